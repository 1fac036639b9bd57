package navigator.local.stack;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import navigator.local.Deliveries;
import navigator.local.FunctionLog;
import navigator.local.TimeScale;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.FaultScript;
import navigator.local.bedrock.Latency;
import navigator.local.data.DataDirectory;
import navigator.local.gateway.FaultInjector;
import navigator.local.identity.SigningKey;

/**
 * How a stack is run on this machine.
 *
 * @param cloudAssembly the folder that the CDK synthesized
 * @param directory for what processes leave behind
 * @param ports where it listens
 * @param bedrock who answers the model calls
 * @param timeScale by how much AWS's own waits are shortened
 * @param signingKey of the user pool
 * @param log gets what the functions print
 * @param faults what goes wrong with AWS calls
 * @param wiretap sees AWS calls
 * @param deliveries between the queues and buses and the functions
 * @param data where everything is kept that is to outlive the process; empty: nowhere
 * @param prewarming when the functions have their first processes
 * @param variables of the functions' environments, instead of what the template gives those of that
 *     name
 */
public record LocalStackOptions(
    Path cloudAssembly,
    Path directory,
    Ports ports,
    BedrockChoice bedrock,
    TimeScale timeScale,
    RSAKey signingKey,
    FunctionLog log,
    FaultInjector faults,
    Wiretap wiretap,
    Deliveries deliveries,
    Optional<DataDirectory> data,
    Prewarming prewarming,
    Map<String, String> variables) {

  public LocalStackOptions {
    variables = Map.copyOf(variables);
  }

  /** Ports on 127.0.0.1; 0 for any that is free. */
  public record Ports(int api, int gateway) {

    public static final Ports ANY = new Ports(0, 0);
  }

  /** Where an assembly's functions are unpacked and cached, for all stacks that run from it. */
  public static Path functionCode(Path cloudAssembly) {
    return cloudAssembly.resolveSibling("functions");
  }

  /** The emulator at its usual pace, free ports, real time, and nothing that goes wrong. */
  public static LocalStackOptions of(Path cloudAssembly, Path directory, FunctionLog log) {
    var emulator = new EmulatorSettings(0, 1, Latency.TYPICAL, FaultRates.NONE);
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        Ports.ANY,
        new BedrockChoice.Emulated(emulator, FaultScript.none()),
        new TimeScale(1),
        SigningKey.generate(),
        log,
        FaultInjector.NONE,
        Wiretap.NONE,
        Deliveries.DIRECT,
        Optional.empty(),
        Prewarming.BEFORE_READY,
        Map.of());
  }

  /** The same on other ports. */
  public LocalStackOptions on(Ports other) {
    return changed(draft -> draft.ports = other);
  }

  /** The same with somebody else answering the model calls. */
  public LocalStackOptions with(BedrockChoice other) {
    return changed(draft -> draft.bedrock = other);
  }

  /** The same at another pace. */
  public LocalStackOptions with(TimeScale other) {
    return changed(draft -> draft.timeScale = other);
  }

  /** The same with another listener to what the functions print. */
  public LocalStackOptions alsoLoggingTo(FunctionLog other) {
    return changed(
        draft ->
            draft.log =
                (function, line) -> {
                  log.line(function, line);
                  other.line(function, line);
                });
  }

  /** The same with faults in the AWS calls. */
  public LocalStackOptions with(FaultInjector other) {
    return changed(draft -> draft.faults = other);
  }

  /** The same with a listener to the AWS calls. */
  public LocalStackOptions with(Wiretap other) {
    return changed(draft -> draft.wiretap = other);
  }

  /** The same with something between the queues and buses and the functions. */
  public LocalStackOptions deliveredBy(Deliveries other) {
    return changed(draft -> draft.deliveries = other);
  }

  /** The same with everything kept that was accepted. */
  public LocalStackOptions keptIn(DataDirectory other) {
    return changed(draft -> draft.data = Optional.of(other));
  }

  /** The same with another key of the user pool. */
  public LocalStackOptions with(RSAKey other) {
    return changed(draft -> draft.signingKey = other);
  }

  /** The same with the functions' first processes at another time. */
  public LocalStackOptions with(Prewarming other) {
    return changed(draft -> draft.prewarming = other);
  }

  /** The same with other values of variables that the template gives functions. */
  public LocalStackOptions overriding(Map<String, String> others) {
    return changed(draft -> draft.variables = others);
  }

  private LocalStackOptions changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  private static final class Draft {
    private final LocalStackOptions begun;
    private Ports ports;
    private BedrockChoice bedrock;
    private TimeScale timeScale;
    private RSAKey signingKey;
    private FunctionLog log;
    private FaultInjector faults;
    private Wiretap wiretap;
    private Deliveries deliveries;
    private Optional<DataDirectory> data;
    private Prewarming prewarming;
    private Map<String, String> variables;

    private Draft(LocalStackOptions begun) {
      this.begun = begun;
      this.ports = begun.ports;
      this.bedrock = begun.bedrock;
      this.timeScale = begun.timeScale;
      this.signingKey = begun.signingKey;
      this.log = begun.log;
      this.faults = begun.faults;
      this.wiretap = begun.wiretap;
      this.deliveries = begun.deliveries;
      this.data = begun.data;
      this.prewarming = begun.prewarming;
      this.variables = begun.variables;
    }

    private LocalStackOptions options() {
      return new LocalStackOptions(
          begun.cloudAssembly,
          begun.directory,
          ports,
          bedrock,
          timeScale,
          signingKey,
          log,
          faults,
          wiretap,
          deliveries,
          data,
          prewarming,
          variables);
    }
  }
}
