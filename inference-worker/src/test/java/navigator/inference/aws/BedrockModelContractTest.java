package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.inference.ModelResult;
import navigator.inference.ModelSettings;
import navigator.inference.Prompt;
import navigator.inference.Prompt.Message;
import navigator.inference.Prompt.Speaker;
import navigator.inference.aws.ScriptedAws.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockModelContractTest {

  private static final String MODEL = "anthropic.claude-3-5-sonnet-20241022-v2:0";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Prompt PROMPT =
      new Prompt(
          "Be brief.",
          List.of(
              new Message(Speaker.USER, "q1"),
              new Message(Speaker.ASSISTANT, "a1"),
              new Message(Speaker.USER, "q2")));

  @Test
  void asksWithSystemPromptHistoryAndMaxTokens() {
    try (ScriptedAws bedrock = ScriptedAws.start(said("end_turn", "Here is how."))) {
      ask(bedrock, null);

      ScriptedAws.Call call = bedrock.calls().getFirst();
      assertThat(call.path()).isEqualTo("/model/" + MODEL.replace(":", "%3A") + "/converse");
      assertThat(tree(call.body()))
          .isEqualTo(
              tree(
                  """
                  {"system":[{"text":"Be brief."}],
                   "messages":[{"role":"user","content":[{"text":"q1"}]},
                               {"role":"assistant","content":[{"text":"a1"}]},
                               {"role":"user","content":[{"text":"q2"}]}],
                   "inferenceConfig":{"maxTokens":2048}}
                  """));
    }
  }

  @Test
  void namesTheGuardrailIfThereIsOne() {
    try (ScriptedAws bedrock = ScriptedAws.start(said("end_turn", "Here is how."))) {
      ask(bedrock, new ModelSettings.Guardrail("gr-1", "3"));

      assertThat(bedrock.calls().getFirst().body())
          .contains("\"guardrailIdentifier\":\"gr-1\"", "\"guardrailVersion\":\"3\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"end_turn", "stop_sequence", "max_tokens", "a_reason_of_the_future"})
  void anAnswerIsToldWithItsStopReasonAndUsage(String stopReason) {
    assertThat(result(said(stopReason, "Here is how.")))
        .isEqualTo(
            new ModelResult.Answer("Here is how.", MODEL, stopReason, new Usage(11, 7, 5, 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "content_filtered, CONTENT_FILTERED",
    "guardrail_intervened, CONTENT_FILTERED",
    "model_context_window_exceeded, CONTEXT_TOO_LONG"
  })
  void aStopThatIsNoAnswerIsAPermanentFault(String stopReason, ErrorCode code) {
    assertThat(result(said(stopReason, "Something.")))
        .isInstanceOfSatisfying(
            ModelResult.Permanent.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void anEmptyAnswerIsNone(String text) {
    assertThat(result(said("end_turn", text)))
        .isEqualTo(
            new ModelResult.Transient(ErrorCode.EMPTY_RESPONSE, "The model's answer was empty."));
  }

  @Test
  void anAnswerWithoutAStopReasonIsATransientFault() {
    String body =
        """
        {"output":{"message":{"role":"assistant","content":[{"text":"Hm"}]}},
         "usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2},"metrics":{"latencyMs":1}}
        """;

    assertThat(result(Answer.ok(body)))
        .isEqualTo(
            new ModelResult.Transient(
                ErrorCode.MODEL_UNAVAILABLE, "The model gave no stop reason."));
  }

  @Test
  void anAnswerWithoutContentIsNone() {
    String body =
        """
        {"output":{"message":{"role":"assistant","content":[]}},"stopReason":"end_turn",
         "usage":{"inputTokens":1,"outputTokens":0,"totalTokens":1},"metrics":{"latencyMs":1}}
        """;

    assertThat(result(Answer.ok(body)))
        .isInstanceOfSatisfying(
            ModelResult.Transient.class,
            fault -> assertThat(fault.code()).isEqualTo(ErrorCode.EMPTY_RESPONSE));
  }

  @ParameterizedTest
  @CsvSource({
    "429, ThrottlingException, Throttled",
    "429, ModelNotReadyException, Throttled",
    "503, ServiceUnavailableException, Transient",
    "408, ModelTimeoutException, Transient",
    "424, ModelErrorException, Transient",
    "500, InternalServerException, Transient",
    "403, AccessDeniedException, Permanent",
    "400, ValidationException, Permanent",
    "404, ResourceNotFoundException, Permanent",
    "400, ServiceQuotaExceededException, Throttled",
    "403, ExpiredTokenException, Transient",
    "403, UnrecognizedClientException, Permanent",
    "502, BadGateway, Transient"
  })
  void anErrorOnTheWireIsClassifiedAfterOneCall(int status, String type, String kind) {
    try (ScriptedAws bedrock = ScriptedAws.start(Answer.error(status, type, "no"))) {
      assertThat(ask(bedrock, null).getClass().getSimpleName()).isEqualTo(kind);
      assertThat(bedrock.calls()).hasSize(1);
    }
  }

  @Test
  void aPromptThatIsTooLongIsToldApart() {
    assertThat(
            result(Answer.error(400, "ValidationException", "Input is too long for this model.")))
        .isInstanceOfSatisfying(
            ModelResult.Permanent.class,
            fault -> assertThat(fault.code()).isEqualTo(ErrorCode.CONTEXT_TOO_LONG));
  }

  @Test
  void aSilentModelTimesOutAfterOneCall() {
    try (ScriptedAws bedrock = ScriptedAws.start()) {
      assertThat(model(bedrock.url(), TIMEOUT, null).ask(PROMPT, 2048, Duration.ofSeconds(3)))
          .isInstanceOfSatisfying(
              ModelResult.Transient.class,
              fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_TIMEOUT));
      assertThat(bedrock.calls()).hasSize(1);
    }
  }

  @Test
  void aServerThatIsNotThereIsATransientFault() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }

    assertThat(
            model(URI.create("http://127.0.0.1:" + nobody), TIMEOUT, null)
                .ask(PROMPT, 2048, TIMEOUT))
        .isInstanceOfSatisfying(
            ModelResult.Transient.class,
            fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
  }

  @Test
  void anAnswerThatIsNoJsonIsATransientFault() {
    assertThat(result(Answer.ok("<html>"))).isInstanceOf(ModelResult.Transient.class);
  }

  private static ModelResult result(Answer answer) {
    try (ScriptedAws bedrock = ScriptedAws.start(answer)) {
      return ask(bedrock, null);
    }
  }

  private static ModelResult ask(ScriptedAws bedrock, ModelSettings.@Nullable Guardrail guardrail) {
    return model(bedrock.url(), TIMEOUT, guardrail).ask(PROMPT, 2048, TIMEOUT);
  }

  private static BedrockModel model(
      URI server, Duration timeout, ModelSettings.@Nullable Guardrail guardrail) {
    Clients clients = TestClients.at(server, Clients.patient(timeout));
    return new BedrockModel(clients.bedrock(), new ModelSettings(MODEL, 2048, timeout, guardrail));
  }

  private static Answer said(String stopReason, String text) {
    return Answer.ok(
        """
        {"output":{"message":{"role":"assistant","content":[{"text":"%s"}]}},
         "stopReason":"%s",
         "usage":{"inputTokens":11,"outputTokens":7,"totalTokens":18,
                  "cacheReadInputTokens":5,"cacheWriteInputTokens":3},
         "metrics":{"latencyMs":12}}
        """
            .formatted(text, stopReason));
  }

  private static Object tree(String json) {
    Read<?> read = Wire.readTree(json);
    assertThat(read).isInstanceOf(Read.Valid.class);
    return ((Read.Valid<?>) read).value();
  }
}
