package navigator.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import navigator.local.loopback.Call;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;

class RealBedrockContractTest {

  private final AtomicReference<Call> seen = new AtomicReference<>();
  private LoopbackServer endpoint;
  private RealBedrock bedrock;
  private RunningStack stack;

  @BeforeEach
  void start() throws IOException {
    var limits = new LoopbackServer.Limits(1 << 20, Reply.json(413, "{}"));
    endpoint =
        LoopbackServer.start(
            "bedrock",
            0,
            limits,
            call -> {
              seen.set(call);
              return Reply.json(429, "{\"message\":\"Too many tokens\"}")
                  .with("x-amzn-ErrorType", "ThrottlingException");
            });
    bedrock =
        new RealBedrock(
            endpoint.url(),
            "eu-west-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAMACHINE", "secret")));
    stack =
        RunningStack.with(
            AwsService.BEDROCK,
            bedrock,
            SampleStack.allow("bedrock:InvokeModel", "arn:aws:bedrock:*:*:*"));
  }

  @AfterEach
  void stop() {
    stack.close();
    bedrock.close();
    endpoint.close();
  }

  @Test
  void callsAreSignedWithTheMachinesCredentialsForItsRegion() {
    converse();
    var headers = seen.get().headers();
    assertThat(headers.get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIAMACHINE/")
        .contains("/eu-west-1/bedrock/aws4_request");
    assertThat(headers.get("X-Amz-Security-Token")).isNull();
    assertThat(seen.get().rawPath()).isEqualTo("/model/amazon.nova-lite-v1%3A0/converse");
  }

  @Test
  void itsErrorsComeThrough() {
    assertThat(converse().awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
  }

  private BedrockRuntimeException converse() {
    try (var client = stack.bedrock(stack.worker())) {
      return catchThrowableOfType(
          BedrockRuntimeException.class,
          () -> client.converse(c -> c.modelId("amazon.nova-lite-v1:0")));
    }
  }
}
