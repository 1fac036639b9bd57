package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** The emulator as AWS's own client sees it. */
class BedrockEmulatorContractTest {
  private static final String MODEL = "us.anthropic.claude-sonnet-4-6";

  private BedrockEmulator bedrock;
  private BedrockRuntimeClient client;

  @BeforeEach
  void start() throws IOException {
    bedrock =
        BedrockEmulator.start(
            new EmulatorSettings(0, 7, Latency.NONE, FaultRates.NONE), InstantSource.system());
    client =
        BedrockRuntimeClient.builder()
            .endpointOverride(bedrock.url())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    bedrock.close();
  }

  private ConverseResponse ask(Consumer<ConverseRequest.Builder> change, String... turns) {
    var request = ConverseRequest.builder().modelId(MODEL).messages(messages(turns));
    request.system(SystemContentBlock.fromText("You help MHFA instructors. Be kind."));
    request.inferenceConfig(c -> c.maxTokens(500));
    change.accept(request);
    return client.converse(request.build());
  }

  private static List<Message> messages(String... turns) {
    var messages = new ArrayList<Message>();
    for (var turn : turns) {
      var role = messages.size() % 2 == 0 ? ConversationRole.USER : ConversationRole.ASSISTANT;
      messages.add(Message.builder().role(role).content(ContentBlock.fromText(turn)).build());
    }
    return messages;
  }

  private static String text(ConverseResponse response) {
    return response.output().message().content().getFirst().text();
  }

  @Test
  void theAnswerShowsTheInstructionsTheQuestionAndTheFirstQuestion() {
    var answer = ask(r -> {}, "My name is Ada.", "Hello Ada.", "What is my name?");

    assertThat(text(answer))
        .contains(
            "You help MHFA instructors.",
            "You asked: “What is my name?”",
            "My name is Ada.",
            MODEL);
    assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
    assertThat(answer.usage().inputTokens()).isPositive();
    assertThat(answer.usage().totalTokens())
        .isEqualTo(answer.usage().inputTokens() + answer.usage().outputTokens());
    assertThat(answer.metrics().latencyMs()).isZero();
  }

  @Test
  void theAnswerBeginsAsTheInstructionsAskFor() {
    var system =
        "You help staff. Begin with words that show it, such as \"As MHFA\nstaff, you ...\".";

    assertThat(text(ask(r -> r.system(SystemContentBlock.fromText(system)), "How?")))
        .startsWith("As MHFA staff, you asked: “How?”");
  }

  @Test
  void theSameSeedAndRequestGiveTheSameAnswer() throws IOException {
    var first = text(ask(r -> {}, "Hello?"));
    stop();
    start();

    assertThat(text(ask(r -> {}, "Hello?"))).isEqualTo(first);
  }

  @Test
  void aModelIdWithAColonAndAnArnWithASlashAreUnderstood() {
    var legacy = "anthropic.claude-3-5-sonnet-20241022-v2:0";
    var arn = "arn:aws:bedrock:us-west-2:000000000000:inference-profile/" + MODEL;

    assertThat(text(ask(r -> r.modelId(legacy), "Hello?"))).contains(legacy);
    assertThat(text(ask(r -> r.modelId(arn), "Hello?"))).contains(arn);
  }

  @Test
  void anAnswerEndsAtMaxTokens() {
    var answer = ask(r -> r.inferenceConfig(c -> c.maxTokens(5)), "Hello?");

    assertThat(answer.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    assertThat(answer.usage().outputTokens()).isEqualTo(5);
  }

  @Test
  void anAnswerHasTheLengthThatItsQuestionAsksFor() {
    assertThat(ask(r -> {}, "Answer in 7 tokens. How?").usage().outputTokens()).isEqualTo(7);
    assertThat(ask(r -> {}, "Answer in 321 tokens. How?").usage().outputTokens()).isEqualTo(321);

    var cutShort = ask(r -> {}, "Answer in 501 tokens. How?");
    assertThat(cutShort.usage().outputTokens()).isEqualTo(500);
    assertThat(cutShort.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
  }

  @Test
  void withoutMaxTokensTheModelsMaximumCounts() {
    var answer = ask(r -> r.inferenceConfig(c -> c.temperature(0.5f)), "Hello?");

    assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
  }

  @ParameterizedTest
  @EnumSource(
      value = BedrockError.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "UNKNOWN_OPERATION")
  void everyErrorReachesTheCallerAsTheExceptionOfThatName(BedrockError error) {
    bedrock.play(FaultScript.always("Hello?"::equals, new Fault.Refused(error)));

    assertThatThrownBy(() -> ask(r -> {}, "Hello?"))
        .isInstanceOfSatisfying(
            BedrockRuntimeException.class,
            e -> {
              assertThat(e.getClass().getSimpleName()).isEqualTo(error.type());
              assertThat(e.statusCode()).isEqualTo(error.status());
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(error.usualMessage());
              assertThat(e.requestId()).isNotBlank();
            });
    assertThat(bedrock.calls().records().getLast().outcome()).isEqualTo(error.type());
  }

  @Test
  void aScriptCanMakeTheFirstCallsFail() {
    var throttled = new Fault.Refused(BedrockError.THROTTLING);
    bedrock.play(FaultScript.first(2, m -> m.contains("Hello"), throttled));

    for (var i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask(r -> {}, "Hello?"))
          .hasMessageContaining("Too many tokens, please wait before trying again.");
    }
    assertThat(ask(r -> {}, "Hello?").stopReason()).isEqualTo(StopReason.END_TURN);
    assertThat(bedrock.calls().records())
        .extracting(CallRecord::outcome)
        .containsExactly("ThrottlingException", "ThrottlingException", "end_turn");
  }

  @Test
  void anEmptyAFilteredAndABlockedAnswerAreNoErrors() {
    bedrock.play(
        FaultScript.always("empty"::equals, new Fault.Empty())
            .or(FaultScript.always("filtered"::equals, new Fault.Filtered()))
            .or(FaultScript.always("blocked"::equals, new Fault.Blocked())));

    assertThat(ask(r -> {}, "empty").output().message().content()).isEmpty();
    assertThat(ask(r -> {}, "filtered").stopReason()).isEqualTo(StopReason.CONTENT_FILTERED);
    assertThat(ask(r -> {}, "blocked").stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
  }

  @Test
  void aLateAnswerOutlastsTheCallersPatience() {
    bedrock.play(FaultScript.always("Hello?"::equals, new Fault.Late(Duration.ofHours(1))));

    assertThatThrownBy(
            () ->
                ask(
                    r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(200))),
                    "Hello?"))
        .isInstanceOf(ApiCallTimeoutException.class);
    assertThat(bedrock.calls().records()).isEmpty();
  }

  @Test
  void aGuardrailIsAcceptedAndToolsAreNot() {
    var guarded =
        ask(
            r ->
                r.guardrailConfig(
                    g -> g.guardrailIdentifier("guardrail1").guardrailVersion("DRAFT")),
            "Hello?");

    assertThat(guarded.stopReason()).isEqualTo(StopReason.END_TURN);
    assertInvalid(
        "does not support the field toolConfig",
        r -> r.toolConfig(t -> t.tools(Tool.fromToolSpec(spec -> spec.name("clock")))));
  }

  @Test
  void aConversationThatDoesNotAlternateIsInvalid() {
    assertInvalid("must start with a user message", r -> r.messages(List.of()));
    assertInvalid(
        "must start with a user message", r -> r.messages(as(ConversationRole.ASSISTANT)));
    assertInvalid(
        "must alternate", r -> r.messages(as(ConversationRole.USER, ConversationRole.USER)));
    assertInvalid(
        "must end with a user message",
        r -> r.messages(as(ConversationRole.USER, ConversationRole.ASSISTANT)));
  }

  @Test
  void contentThatIsMissingBlankOrNotTextIsInvalid() {
    assertInvalid(
        "messages.0 is empty",
        r -> r.messages(Message.builder().role("user").content(List.of()).build()));
    assertInvalid("messages.0.content.0 is blank", r -> r.messages(messages(" ")));
    assertInvalid(
        "text only, not image",
        r ->
            r.messages(
                Message.builder()
                    .role("user")
                    .content(
                        ContentBlock.fromImage(
                            i ->
                                i.format("png").source(s -> s.bytes(SdkBytes.fromUtf8String("x")))))
                    .build()));
  }

  @Test
  void maxTokensOutOfRangeIsInvalid() {
    assertInvalid("greater than or equal to 1", r -> r.inferenceConfig(c -> c.maxTokens(0)));
    assertInvalid("model limit of 64000", r -> r.inferenceConfig(c -> c.maxTokens(64_001)));
  }

  @Test
  void aPromptBeyondTheContextWindowIsInvalid() {
    assertInvalid("Input is too long", r -> r.messages(messages("x".repeat(800_001))));
  }

  @Test
  void modelsThatCannotBeCalledAreRefusedAsBedrockRefusesThem() {
    assertInvalid("model identifier is invalid", r -> r.modelId("us.anthropic.claude-nonsense"));
    assertInvalid("inference profile", r -> r.modelId("anthropic.claude-sonnet-4-6"));
    assertThatThrownBy(() -> ask(r -> r.modelId("anthropic.claude-v2:1"), "Hello?"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("end of its life");
  }

  @Test
  void otherOperationsAreRefusedByName() {
    assertThatThrownBy(
            () -> client.invokeModel(r -> r.modelId(MODEL).body(SdkBytes.fromUtf8String("{}"))))
        .isInstanceOfSatisfying(
            BedrockRuntimeException.class, e -> assertThat(e.statusCode()).isEqualTo(404))
        .hasMessageContaining("has Converse only, not POST /model/");
  }

  @Test
  void theLogTellsWhatWasAsked() {
    ask(r -> {}, "one", "two", "three");
    ask(r -> r.system(SystemContentBlock.fromText("Other.")), "one");

    var calls = bedrock.calls().records();
    assertThat(calls).extracting(CallRecord::messages).containsExactly(3, 1);
    assertThat(calls).extracting(CallRecord::modelId).containsOnly(MODEL);
    assertThat(calls.getFirst().systemHash())
        .hasSize(64)
        .isNotEqualTo(calls.getLast().systemHash());
    assertThat(calls.getFirst().inputTokens()).isPositive();
  }

  private static List<Message> as(ConversationRole... roles) {
    return Arrays.stream(roles)
        .map(role -> Message.builder().role(role).content(ContentBlock.fromText("hi")).build())
        .toList();
  }

  private void assertInvalid(String message, Consumer<ConverseRequest.Builder> change) {
    assertThatThrownBy(() -> ask(change, "Hello?"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(message);
  }
}
