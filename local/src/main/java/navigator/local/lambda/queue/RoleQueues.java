package navigator.local.lambda.queue;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import navigator.local.CredentialIssuer;
import navigator.local.topology.ExecutionRole;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * SQS clients that act in a role, as Lambda does when it polls for a function or sends to its
 * destination: what the role does not allow fails here as it does on AWS. Safe for use by many
 * threads.
 */
public final class RoleQueues implements AutoCloseable {
  private final URI gateway;
  private final Region region;
  private final CredentialIssuer credentials;
  private final Map<String, SqsClient> clients = new ConcurrentHashMap<>();

  /**
   * Clients that are made when they are asked for.
   *
   * @param gateway where their calls go
   */
  public RoleQueues(URI gateway, String region, CredentialIssuer credentials) {
    this.gateway = gateway;
    this.region = Region.of(region);
    this.credentials = credentials;
  }

  /** The role's client, the same one every time; not to be closed by the caller. */
  public SqsClient actingIn(ExecutionRole role) {
    return clients.computeIfAbsent(role.arn(), arn -> client(role));
  }

  private SqsClient client(ExecutionRole role) {
    var keys = credentials.issue(role);
    var session =
        AwsSessionCredentials.create(
            keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    return SqsClient.builder()
        .endpointOverride(gateway)
        .region(region)
        .credentialsProvider(StaticCredentialsProvider.create(session))
        .build();
  }

  @Override
  public void close() {
    clients.values().forEach(SqsClient::close);
  }
}
