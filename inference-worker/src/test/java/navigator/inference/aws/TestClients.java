package navigator.inference.aws;

import java.net.URI;
import java.util.function.Consumer;
import navigator.contracts.testing.TestTable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** The worker's own clients, pointed at a server on this machine. */
final class TestClients {

  private TestClients() {}

  static Clients of(TestTable table) {
    return of(table, Clients.quick());
  }

  static Clients of(TestTable table, SdkHttpClient http) {
    return at(table.client().serviceClientConfiguration().endpointOverride().orElseThrow(), http);
  }

  static Clients at(URI server) {
    return at(server, Clients.quick());
  }

  static Clients at(URI server, SdkHttpClient http) {
    return new Clients(http, http, origin(server));
  }

  private static Consumer<AwsClientBuilder<?, ?>> origin(URI server) {
    return builder ->
        builder
            .endpointOverride(server)
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}
