package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import navigator.local.loopback.Reply;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

class BedrockContractTest {

  private static final String PROFILE =
      "arn:aws:bedrock:us-west-2:000000000000:inference-profile/us.anthropic.claude-sonnet-4-6";
  private static final String MODEL = "foundation-model/anthropic.claude-sonnet-4-6";

  private static final Upstream SILENT =
      (call, operation, caller) -> Reply.json(200, "{\"stopReason\":\"end_turn\"}");

  @Test
  void aModelNeedsItsOwnArn() throws IOException {
    try (var stack =
            RunningStack.with(
                AwsService.BEDROCK,
                SILENT,
                allow(
                    "bedrock:InvokeModel",
                    "arn:aws:bedrock:us-west-2::foundation-model/a.b-v1:0"));
        var client = stack.bedrock(stack.worker())) {
      assertThat(client.converse(c -> c.modelId("a.b-v1:0")).stopReasonAsString())
          .isEqualTo("end_turn");
      assertThatThrownBy(() -> client.converse(c -> c.modelId("a.c")))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("bedrock:InvokeModel on resource")
          .hasMessageContaining("foundation-model/a.c");
    }
  }

  @Test
  void aProfileNeedsTheModelInEveryRegionThatItRoutesTo() throws IOException {
    try (var stack =
            RunningStack.with(
                AwsService.BEDROCK,
                SILENT,
                allow("bedrock:InvokeModel", PROFILE),
                allow("bedrock:InvokeModel", "arn:aws:bedrock:us-west-2::" + MODEL));
        var client = stack.bedrock(stack.worker())) {
      assertThatThrownBy(() -> converse(client))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("arn:aws:bedrock:us-east-1::" + MODEL);
    }
  }

  @Test
  void aProfileWithAllItsModelsIsAllowed() throws IOException {
    try (var stack =
            RunningStack.with(
                AwsService.BEDROCK,
                SILENT,
                allow("bedrock:InvokeModel", PROFILE),
                allow("bedrock:InvokeModel", "arn:aws:bedrock:us-*::" + MODEL));
        var client = stack.bedrock(stack.worker())) {
      converse(client);
      assertThat(stack.gateway.log().uses())
          .extracting(use -> use.permission().resource())
          .contains(PROFILE, "arn:aws:bedrock:us-east-2::" + MODEL);
    }
  }

  @Test
  void aGuardrailHasToBeAllowedToo() throws IOException {
    try (var stack =
            RunningStack.with(AwsService.BEDROCK, SILENT, allow("bedrock:InvokeModel", "*"));
        var client = stack.bedrock(stack.worker())) {
      assertThatThrownBy(
              () ->
                  client.converse(
                      c ->
                          c.modelId("us.anthropic.claude-sonnet-4-6")
                              .guardrailConfig(
                                  g -> g.guardrailIdentifier("gr0").guardrailVersion("1"))))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("bedrock:ApplyGuardrail on resource")
          .hasMessageContaining("arn:aws:bedrock:us-west-2:000000000000:guardrail/gr0");
    }
  }

  @Test
  void aFaultHasBedrocksForm() throws IOException {
    try (var stack =
            RunningStack.with(AwsService.BEDROCK, SILENT, allow("bedrock:InvokeModel", "*"));
        var client = stack.bedrock(stack.worker())) {
      stack.faults.add(
          access -> access.service() == AwsService.BEDROCK,
          new Fault.ErrorReply(
              Fault.Moment.BEFORE_SERVICE, 429, "ThrottlingException", "Too many tokens"),
          1);
      assertThatThrownBy(() -> converse(client)).isInstanceOf(ThrottlingException.class);
      converse(client);
    }
  }

  private static void converse(BedrockRuntimeClient client) {
    client.converse(c -> c.modelId("us.anthropic.claude-sonnet-4-6"));
  }
}
