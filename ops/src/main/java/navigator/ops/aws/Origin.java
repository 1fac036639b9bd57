package navigator.ops.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * Where AWS is, and as whom it is called. What is null is what the platform says: the SDK's own
 * chain of credentials and regions, and its endpoint variables.
 */
public record Origin(@Nullable String region, @Nullable URI endpoint, @Nullable Keys keys) {

  /** Access keys of a session. */
  public record Keys(String accessKeyId, String secretAccessKey, String sessionToken) {

    @Override
    public String toString() {
      return accessKeyId;
    }
  }

  /** Makes a client start from here. */
  <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (keys != null) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsSessionCredentials.create(
                  keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken())));
    }
    return builder;
  }
}
