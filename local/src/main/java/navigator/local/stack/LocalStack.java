package navigator.local.stack;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.local.Credentials;
import navigator.local.bedrock.BedrockEmulator;
import navigator.local.eventbridge.EventBridge;
import navigator.local.gateway.AccessLog;
import navigator.local.gateway.Gateway;
import navigator.local.http.FrontSettings;
import navigator.local.http.HttpApiFront;
import navigator.local.iam.Principals;
import navigator.local.identity.LocalUserPool;
import navigator.local.identity.PoolUser;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.LambdaSettings;
import navigator.local.lambda.LocalLambda;
import navigator.local.template.Placement;
import navigator.local.template.TemplateReader;
import navigator.local.topology.Topology;

/**
 * The deployed stack, running on this machine: what its template names, and nothing else. Every
 * server listens on 127.0.0.1, and no process outlives this one. Safe for use by many threads.
 */
public final class LocalStack implements AutoCloseable {

  private final Parts parts;
  private final Parts serviceParts;
  private final Gateway gateway;
  private final Topology topology;
  private final Principals principals;
  private final Backlogs backlogs;
  private final LocalUserPool userPool;
  private final LocalLambda functions;
  private final HttpApiFront api;
  private final Optional<BedrockEmulator> emulator;

  private LocalStack(LocalStackOptions options, Parts parts) throws IOException {
    var clock = InstantSource.system();
    this.parts = parts;
    gateway = parts.own(Gateway.listen(options.ports().gateway()));
    // Owned before the functions, since it has to outlive them, and filled later.
    serviceParts = parts.own(new Parts());
    topology =
        new TemplateReader(Placement.behind(gateway.url()))
            .read(options.cloudAssembly())
            .overriding(options.variables());
    principals = new Principals(topology, new SecureRandom());
    backlogs =
        options.data().isPresent() ? options.data().get().open(topology) : Backlogs.IN_MEMORY;
    var lambdaSettings =
        LambdaSettings.of(
            gateway.url(),
            LocalStackOptions.functionCode(options.cloudAssembly()),
            options.directory(),
            options.timeScale());
    functions =
        parts.own(LocalLambda.of(topology, lambdaSettings, principals, options.log(), backlogs));
    userPool =
        new LocalUserPool(
            topology.userPool(), options.signingKey(), LocalUserPool.TOKEN_LIFE, clock);
    api =
        parts.own(
            HttpApiFront.start(
                topology.api(),
                userPool,
                functions,
                new FrontSettings(
                    options.ports().api(), topology.account(), FrontSettings.INTEGRATION_TIMEOUT),
                clock));
    emulator = emulator(options.bedrock(), clock);
  }

  private Optional<BedrockEmulator> emulator(BedrockChoice choice, InstantSource clock)
      throws IOException {
    return switch (choice) {
      case BedrockChoice.Emulated(var settings, var script) -> {
        var started = parts.own(BedrockEmulator.start(settings, clock));
        started.play(script);
        yield Optional.of(started);
      }
      case BedrockChoice.Aws() -> Optional.empty();
    };
  }

  /**
   * Starts everything and returns when the API answers.
   *
   * @throws navigator.local.loopback.PortTakenException if another program listens on a port
   * @throws navigator.local.data.RefusedDirectoryException if the data directory is another stack's
   * @throws navigator.local.template.RefusedStackException with every part of the template that
   *     cannot be run here
   * @throws IllegalStateException if a function does not start, saying which and why
   */
  public static LocalStack start(LocalStackOptions options, StartProgress progress)
      throws IOException, InterruptedException {
    var parts = new Parts();
    try {
      var stack = new LocalStack(options, parts);
      progress.ready("template");
      var events = stack.connect(options);
      progress.ready("tables and queues");
      if (options.prewarming() == Prewarming.BEFORE_READY) {
        stack.functions.prewarm(progress::ready);
      }
      stack.functions.startEventSources(options.deliveries());
      events.resume();
      if (options.prewarming() == Prewarming.AFTER_READY) {
        stack.functions.prewarmInTheBackground();
      }
      return stack;
    } catch (IOException | InterruptedException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private EventBridge connect(LocalStackOptions options) throws IOException {
    var services =
        new Services(topology, principals, gateway.url(), api.url(), backlogs, serviceParts);
    var started = services.start(functions, emulator.map(BedrockEmulator::url), options);
    if (options.data().isPresent()) {
      options.data().get().complete();
    }
    gateway.open(
        topology.region(), topology.account(), principals, started.upstreams(), options.faults());
    return started.events();
  }

  /** The API's URL, without a slash at the end. */
  public URI apiUrl() {
    return api.url();
  }

  /** What {@code AWS_ENDPOINT_URL} has to be, without a slash at the end. */
  public URI gatewayUrl() {
    return gateway.url();
  }

  /** What the template describes. */
  public Topology topology() {
    return topology;
  }

  /** Credentials to read the tables and queues with. */
  public Credentials operator() {
    return principals.operator();
  }

  /** Credentials that may do everything: for tests that put in what no part of the stack would. */
  public Credentials runtime() {
    return principals.runtime();
  }

  /** What passed the gateway. */
  public AccessLog accesses() {
    return gateway.log();
  }

  /** The function processes. */
  public LocalLambda functions() {
    return functions;
  }

  /** The emulator, unless the real Bedrock answers. */
  public Optional<BedrockEmulator> emulator() {
    return emulator;
  }

  /** An ID token for a user of that name and role, valid for an hour. */
  public String token(String userName, Role role) {
    var groups = role == Role.GENERIC ? List.<String>of() : List.of(role.wireName());
    return userPool.idToken(new PoolUser(userName, userName + "@example.org", groups));
  }

  /** Stops everything, in the opposite order of the start. */
  @Override
  public void close() {
    parts.close();
  }
}
