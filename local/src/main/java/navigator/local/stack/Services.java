package navigator.local.stack;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.environment.StackOutput;
import navigator.local.FunctionInvoker;
import navigator.local.backend.Backends;
import navigator.local.backend.Storage;
import navigator.local.eventbridge.EventBridge;
import navigator.local.gateway.AwsService;
import navigator.local.gateway.CallerIdentities;
import navigator.local.gateway.FifoMoves;
import navigator.local.gateway.HttpUpstream;
import navigator.local.gateway.RealBedrock;
import navigator.local.gateway.RepeatedDeletes;
import navigator.local.gateway.StackDescriptions;
import navigator.local.gateway.Upstream;
import navigator.local.iam.Principals;
import navigator.local.journal.Backlogs;
import navigator.local.topology.Topology;

/**
 * The services behind the gateway.
 *
 * @param api where the API listens
 * @param backlogs where they keep what they have accepted and not finished
 * @param parts owns what is started here
 */
record Services(
    Topology topology,
    Principals principals,
    URI gateway,
    URI api,
    Backlogs backlogs,
    Parts parts) {

  /**
   * What was started.
   *
   * @param upstreams where the gateway sends each service's calls
   * @param events the service behind one of them
   */
  record Started(Map<AwsService, Upstream> upstreams, EventBridge events) {}

  /**
   * Starts them.
   *
   * @param functions what gets the events that rules match
   * @param emulator where the Bedrock emulator listens; empty: Amazon Bedrock answers
   */
  Started start(FunctionInvoker functions, Optional<URI> emulator, LocalStackOptions options)
      throws IOException {
    var storage = options.data().map(data -> new Storage(data.tables(), backlogs));
    var backends = parts.own(Backends.start(topology, gateway, storage));
    var events = parts.own(eventBridge(functions, options));
    var upstreams = new EnumMap<AwsService, Upstream>(AwsService.class);
    for (var service : AwsService.values()) {
      var upstream =
          switch (service) {
            case DYNAMODB -> parts.own(new HttpUpstream(backends.dynamoDb()));
            case SQS ->
                new FifoMoves(
                    new RepeatedDeletes(parts.own(new HttpUpstream(backends.sqs()))),
                    InstantSource.system());
            case EVENTS -> events;
            case BEDROCK -> bedrock(emulator);
            case CLOUDFORMATION ->
                new StackDescriptions(
                    topology,
                    Map.of(StackOutput.API_URL, api.toString()),
                    InstantSource.system().instant());
            case STS -> new CallerIdentities(topology.account());
          };
      upstreams.put(service, options.wiretap().before(service, upstream));
    }
    return new Started(upstreams, events);
  }

  private EventBridge eventBridge(FunctionInvoker functions, LocalStackOptions options) {
    return new EventBridge(
        topology,
        options.deliveries().to(functions),
        gateway,
        principals.events(),
        backlogs,
        options.timeScale(),
        InstantSource.system(),
        new SecureRandom());
  }

  private Upstream bedrock(Optional<URI> emulator) {
    return emulator.isPresent()
        ? parts.own(new HttpUpstream(emulator.get()))
        : parts.own(RealBedrock.in(topology.region()));
  }
}
