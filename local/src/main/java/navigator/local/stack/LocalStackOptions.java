package navigator.local.stack;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.Optional;
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
 * @param directory for unpacked archives and what processes leave behind
 * @param ports where it listens
 * @param bedrock who answers the model calls
 * @param timeScale by how much AWS's own waits are shortened
 * @param signingKey of the user pool
 * @param log gets what the functions print
 * @param faults what goes wrong with AWS calls
 * @param wiretap sees AWS calls
 * @param deliveries between the queues and buses and the functions
 * @param data where everything is kept that is to outlive the process; empty: nowhere
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
    Optional<DataDirectory> data) {

  /** Ports on 127.0.0.1; 0 for any that is free. */
  public record Ports(int api, int gateway) {

    public static final Ports ANY = new Ports(0, 0);
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
        Optional.empty());
  }

  /** The same on other ports. */
  public LocalStackOptions on(Ports other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        other,
        bedrock,
        timeScale,
        signingKey,
        log,
        faults,
        wiretap,
        deliveries,
        data);
  }

  /** The same with somebody else answering the model calls. */
  public LocalStackOptions with(BedrockChoice other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        other,
        timeScale,
        signingKey,
        log,
        faults,
        wiretap,
        deliveries,
        data);
  }

  /** The same at another pace. */
  public LocalStackOptions with(TimeScale other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        other,
        signingKey,
        log,
        faults,
        wiretap,
        deliveries,
        data);
  }

  /** The same with another listener to what the functions print. */
  public LocalStackOptions alsoLoggingTo(FunctionLog other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        signingKey,
        (function, line) -> {
          log.line(function, line);
          other.line(function, line);
        },
        faults,
        wiretap,
        deliveries,
        data);
  }

  /** The same with faults in the AWS calls. */
  public LocalStackOptions with(FaultInjector other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        signingKey,
        log,
        other,
        wiretap,
        deliveries,
        data);
  }

  /** The same with a listener to the AWS calls. */
  public LocalStackOptions with(Wiretap other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        signingKey,
        log,
        faults,
        other,
        deliveries,
        data);
  }

  /** The same with something between the queues and buses and the functions. */
  public LocalStackOptions deliveredBy(Deliveries other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        signingKey,
        log,
        faults,
        wiretap,
        other,
        data);
  }

  /** The same with everything kept that was accepted. */
  public LocalStackOptions keptIn(DataDirectory other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        signingKey,
        log,
        faults,
        wiretap,
        deliveries,
        Optional.of(other));
  }

  /** The same with another key of the user pool. */
  public LocalStackOptions with(RSAKey other) {
    return new LocalStackOptions(
        cloudAssembly,
        directory,
        ports,
        bedrock,
        timeScale,
        other,
        log,
        faults,
        wiretap,
        deliveries,
        data);
  }
}
