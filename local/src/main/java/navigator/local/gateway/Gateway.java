package navigator.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import navigator.local.iam.Principals;
import navigator.local.loopback.Call;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.LoopbackServer.Limits;
import navigator.local.loopback.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The one loopback server through which every AWS call of the stack passes. It listens before the
 * stack is there, because its port is part of the queues' URLs, and leads nowhere until it is
 * opened:
 *
 * <pre>{@code
 * var gateway = Gateway.listen(0);
 * // … read the template with gateway.url(), start what the topology names …
 * gateway.open(topology.region(), topology.account(), principals, upstreams, FaultInjector.NONE);
 * }</pre>
 *
 * Callers are known by their access keys, and their policies are enforced: on the resource, and on
 * the IAM action rather than the API's operation. Safe for use by many threads.
 */
public final class Gateway implements AutoCloseable {

  /** The largest request of the emulated services: DynamoDB's 16 MB, and some room. */
  private static final Limits LIMITS =
      new Limits(17 << 20, Reply.json(413, "{\"message\":\"Request Entity Too Large\"}"));

  private final AtomicReference<@Nullable CallGate> gate = new AtomicReference<>();
  private final AccessLog log = new AccessLog();
  private final LoopbackServer server;

  private Gateway(int port) throws IOException {
    server = LoopbackServer.start("gateway", port, LIMITS, this::answer);
  }

  /**
   * Starts to listen; calls get a 503 for now.
   *
   * @param port 0 for any that is free
   * @throws navigator.local.loopback.PortTakenException if another program listens there
   * @throws IOException if the port cannot be had for another reason
   */
  public static Gateway listen(int port) throws IOException {
    return new Gateway(port);
  }

  /**
   * Lets calls through from now on.
   *
   * @param region the Region of the resources' ARNs
   * @param account the account of the resources' ARNs
   * @param upstreams where each service's calls go; the caller closes them. Services without one
   *     are refused
   */
  public void open(
      String region,
      String account,
      Principals principals,
      Map<AwsService, Upstream> upstreams,
      FaultInjector faults) {
    var apis = apis(new ResourceNames(region, account));
    gate.set(new CallGate(principals, apis, upstreams, faults, log));
  }

  private static Map<AwsService, ServiceApi> apis(ResourceNames names) {
    var apis = new EnumMap<AwsService, ServiceApi>(AwsService.class);
    for (var service : AwsService.values()) {
      apis.put(
          service,
          switch (service) {
            case DYNAMODB -> new DynamoDbApi(names);
            case SQS -> new SqsApi(names);
            case EVENTS -> new EventsApi(names);
            case BEDROCK -> new BedrockApi(names);
            case CLOUDFORMATION -> new CloudFormationApi(names);
            case STS -> new StsApi();
          });
    }
    return apis;
  }

  private Reply answer(Call call) throws InterruptedException {
    var opened = gate.get();
    return opened == null ? Refusals.starting() : opened.answer(call);
  }

  /** What the SDK's {@code AWS_ENDPOINT_URL} has to be, without a slash at the end. */
  public URI url() {
    return server.url();
  }

  /** What passed since the start. */
  public AccessLog log() {
    return log;
  }

  @Override
  public void close() {
    server.close();
  }
}
