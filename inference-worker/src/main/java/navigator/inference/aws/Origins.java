package navigator.inference.aws;

import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Where clients find their services and their credentials. */
final class Origins {

  /** The function's own Region and role, by the SDK's own rules. */
  static final Consumer<AwsClientBuilder<?, ?>> ENVIRONMENT = _ -> {};

  /** Nobody's, for calls that never leave the process. */
  static final Consumer<AwsClientBuilder<?, ?>> NOWHERE =
      builder ->
          builder
              .region(Region.US_WEST_2)
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create("nobody", "nothing")));

  private Origins() {}
}
