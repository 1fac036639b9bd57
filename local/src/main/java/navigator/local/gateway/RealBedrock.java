package navigator.local.gateway;

import java.io.IOException;
import java.net.URI;
import navigator.local.iam.Principal;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Amazon Bedrock itself: calls are signed again with the machine's own credentials, since the
 * function's are known to the gateway alone.
 */
public final class RealBedrock implements Upstream, AutoCloseable {

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final HttpUpstream http;

  RealBedrock(URI endpoint, String region, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
    this.http = new HttpUpstream(endpoint);
  }

  /**
   * Bedrock in a Region, paid for by whoever the default credentials of this machine belong to.
   *
   * @throws IllegalStateException if the machine has no AWS credentials
   */
  public static RealBedrock in(String region) {
    var credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
    } catch (SdkClientException e) {
      throw new IllegalStateException("No AWS credentials were found for Amazon Bedrock", e);
    }
    var endpoint = URI.create("https://bedrock-runtime." + region + ".amazonaws.com");
    return new RealBedrock(endpoint, region, credentials);
  }

  @Override
  public Reply send(Call call, String operation, Principal caller)
      throws IOException, InterruptedException {
    return http.send(signed(call), operation, caller);
  }

  private Call signed(Call call) throws IOException {
    var identity = identity();
    var signed =
        SIGNER.sign(
            sign ->
                sign.identity(identity)
                    .request(unsigned(call))
                    .payload(ContentStreamProvider.fromByteArray(call.body().bytes()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    var headers = HttpFields.build();
    signed
        .request()
        .headers()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    return new Call(
        call.method(),
        call.rawPath(),
        call.rawQuery(),
        headers,
        call.body(),
        call.protocol(),
        call.sourceIp());
  }

  private AwsCredentials identity() throws IOException {
    try {
      return credentials.resolveCredentials();
    } catch (SdkClientException e) {
      throw new IOException("No AWS credentials for Amazon Bedrock", e);
    }
  }

  private SdkHttpRequest unsigned(Call call) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.fromValue(call.method()))
        .uri(endpoint)
        .encodedPath(call.rawPath())
        .putHeader("Content-Type", "application/json")
        .putHeader("Accept", "application/json")
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
