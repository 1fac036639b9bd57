package navigator.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import navigator.contracts.Role;
import navigator.contracts.Samples;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.ChatRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  private static final String REQUEST = Wire.write(Samples.chatRequest());

  @ParameterizedTest
  @MethodSource
  void whatWasWrittenIsReadAgain(Object value) {
    assertThat(Wire.read(Wire.write(value), value.getClass())).isEqualTo(new Read.Valid<>(value));
  }

  static Stream<Object> whatWasWrittenIsReadAgain() {
    return Stream.of(
        Samples.chatRequest(),
        Samples.answered(),
        Samples.fellBack(),
        Samples.queued(),
        Samples.completed(),
        Samples.fallback(),
        Samples.conversation(),
        Samples.messages().getFirst(),
        Samples.messages().getLast());
  }

  @Test
  void whatHasNoValueIsLeftOut() {
    assertThat(Wire.write(Samples.queued())).doesNotContain("null").doesNotContain("stop_reason");
  }

  @Test
  void unknownFieldsAreAccepted() {
    assertThat(Wire.read(with("\"tier\":{\"a\":[1]}"), ChatRequest.class))
        .isEqualTo(new Read.Valid<>(Samples.chatRequest()));
  }

  @Test
  void aNameThatStandsTwiceIsToldButNotRepeated() {
    assertThat(Wire.readTree("{\"secret\":1,\"secret\":2}"))
        .isEqualTo(new Read.Invalid<>("a name stands twice in one object"));
  }

  @Test
  void aNumberThatIsTooLargeIsToldButNotRepeated() {
    assertThat(Wire.readTree("{\"secret\":7e4000000000}"))
        .isEqualTo(new Read.Invalid<>("a number's exponent is too large"));
  }

  @Test
  void anUnknownSchemaVersionIsNotRead() {
    String newer = REQUEST.replace("\"schema_version\":1", "\"schema_version\":2");
    assertThat(reason(newer)).isEqualTo("schema_version 2 is not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema_version",
        "request_id",
        "conversation_id",
        "user_id",
        "role",
        "message",
        "turn",
        "accepted_at",
        "deadline_at",
        "generation",
        "traceparent"
      })
  void aFieldThatIsMissingIsNamed(String field) {
    String named = "\"" + field + "\":";
    String without = REQUEST.replaceFirst(named + "[^,}]*,?", "").replace(",}", "}");
    String empty = REQUEST.replaceFirst(named + "(\"[^\"]*\"|\\d+)", named + "null");
    assertThat(Stream.of(without, empty)).doesNotContain(REQUEST);
    assertThat(reason(without)).contains(field).contains("missing");
    assertThat(reason(empty)).contains(field).contains("missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I want to die",
        "die",
        "{\"message\":\"I want to die\"",
        "{\"message\":\"I want to die\"} I want to die",
        "[\"I want to die\"]",
        "\"I want to die\"",
        "{\"message\":{\"I want to die\":1}}",
        "{\"message\":\"I want to die\",\"message\":\"I want to die\"}",
        "{\"role\":\"I want to die\"}",
        "{\"turn\":\"I want to die\"}",
        "{\"request_id\":\"I want to die\"}",
        "{\"accepted_at\":\"I want to die\"}",
        "{\"generation\":\"I want to die\"}",
        "{\"schema_version\":\"I want to die\"}",
        "{\"traceparent\":[\"I want to die\"]}",
        "null"
      })
  void whatIsWrongIsToldWithoutAnyOfTheText(String text) {
    assertThat(reason(text)).isNotBlank().doesNotContain("die");
  }

  @Test
  void aNestedFaultIsToldWithItsPath() {
    String json = Wire.write(Samples.fellBack()).replace("access_denied", "I want to die");
    assertThat(Wire.read(json, ChatFellBack.class))
        .isEqualTo(new Read.Invalid<>("failure/code is missing or not valid"));
  }

  @Test
  void whatIsRefusedWithoutAWordIsOfAnotherShape() {
    String json =
        Wire.write(Samples.completed())
            .replaceFirst("\"metadata\":\\{[^}]*}", "\"metadata\":{\"page\":null}");
    assertThat(json).contains("{\"page\":null}");
    assertThat(Wire.read(json, RequestObject.class))
        .isEqualTo(new Read.Invalid<>("the JSON is of another shape"));
  }

  @Test
  void aWordThatNoEnumHasIsNotRepeated() {
    assertThat(Wire.read("\"I want to die\"", Role.class))
        .isInstanceOf(Read.Invalid.class)
        .asString()
        .doesNotContain("die");
  }

  @Test
  void theKeysOfAMapAreNotRepeated() {
    String json =
        Wire.write(Samples.queued()).replace("\"home\"", "{\"a\":1}").replace("page", "die");
    assertThat(Wire.read(json, RequestObject.class)).asString().doesNotContain("die");
  }

  @Test
  void aRequestObjectWithoutMetadataIsToldSo() {
    String json = Wire.write(Samples.completed()).replace(",\"metadata\":{}", "");
    assertThat(Wire.read(json, RequestObject.class))
        .isEqualTo(new Read.Invalid<>("metadata is missing"));
  }

  @Test
  void numbersAreNotTexts() {
    assertThat(reason(REQUEST.replace("\"generation\":0", "\"generation\":\"0\"")))
        .contains("generation");
    assertThat(reason(REQUEST.replace("\"generation\":0", "\"generation\":0.5")))
        .contains("generation");
    assertThat(reason(REQUEST.replace("\"How?\"", "5"))).contains("message");
  }

  private static String with(String field) {
    return REQUEST.replaceFirst("\\{", "{" + field + ",");
  }

  private static String reason(String text) {
    return switch (Wire.read(text, ChatRequest.class)) {
      case Read.Valid<ChatRequest> valid -> throw new AssertionError("was read: " + valid);
      case Read.Invalid<ChatRequest>(String reason) -> reason;
    };
  }
}
