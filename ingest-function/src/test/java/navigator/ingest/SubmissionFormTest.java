package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.http.Problem;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionFormTest {

  private static final String ID = "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11";
  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void everyFieldIsRead() {
    String body =
        """
        {"message":"  How do I\\n teach?\\u2003","conversation_id":"%s",
         "metadata":{"page":"courses","empty":""},"deadline_seconds":300}
        """
            .formatted(ID);
    assertThat(submission(body))
        .isEqualTo(
            new ChatSubmission(
                "How do I\n teach?",
                new ConversationId(ID),
                Map.of("page", "courses", "empty", ""),
                Duration.ofMinutes(5)));
  }

  @Test
  void aMessageAloneIsEnough() {
    assertThat(submission("{\"message\":\"Hi\"}"))
        .isEqualTo(new ChatSubmission("Hi", null, Map.of(), null));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsJustWithinTheLimitsIsAccepted(String body) {
    assertThat(ContractSchemas.object("submission.json", body)).isEmpty();
    submission(body);
  }

  static Stream<String> whatIsJustWithinTheLimitsIsAccepted() {
    return Stream.of(
        message("x"),
        message(EMOJI.repeat(32_000)),
        message("  " + "x".repeat(32_000) + "  "),
        with("\"metadata\":{}"),
        with("\"metadata\":" + pairs(16)),
        with("\"metadata\":" + pair(EMOJI.repeat(64), EMOJI.repeat(512))),
        with("\"deadline_seconds\":30"),
        with("\"deadline_seconds\":3600"),
        with("\"deadline_seconds\":900.0"),
        with("\"deadline_seconds\":9e2"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource
  void aFaultIsNamedWithItsPlace(String body, String pointer, String detail) {
    assertThat(faults(body))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.detail()).contains(detail);
              String problem = Wire.write(Problem.ofFaults(List.of(fault)));
              assertThat(ContractSchemas.object("problem.json", problem)).isEmpty();
            });
  }

  static Stream<Arguments> aFaultIsNamedWithItsPlace() {
    return Stream.of(
        arguments("{}", "/message", "is missing"),
        arguments("{\"message\":null}", "/message", "must be a string"),
        arguments("{\"message\":1}", "/message", "must be a string"),
        arguments("{\"message\":[\"Hi\"]}", "/message", "must be a string"),
        arguments(message(""), "/message", "1 to 32000 characters, not 0"),
        arguments(message(" \\n\\t "), "/message", "1 to 32000 characters, not 0"),
        arguments(message("x".repeat(32_001)), "/message", "not 32001"),
        arguments(message("a\\ud83d"), "/message", "half of a surrogate pair"),
        arguments(message("a\\ufffe"), "/message", "no characters"),
        arguments(message("\\uffff!"), "/message", "no characters"),
        arguments(with("\"conversation_id\":null"), "/conversation_id", "must be a string"),
        arguments(with("\"conversation_id\":7"), "/conversation_id", "must be a string"),
        arguments(with("\"conversation_id\":\"x\""), "/conversation_id", "must be a UUID"),
        arguments(
            with("\"conversation_id\":\"" + ID.replace('b', 'B') + "\""),
            "/conversation_id",
            "lower case"),
        arguments(with("\"metadata\":null"), "/metadata", "must be an object"),
        arguments(with("\"metadata\":[]"), "/metadata", "must be an object"),
        arguments(with("\"metadata\":" + pairs(17)), "/metadata", "at most 16 pairs, not 17"),
        arguments(with("\"metadata\":{\"a\":1}"), "/metadata/a", "must be a string"),
        arguments(with("\"metadata\":{\"a\":{}}"), "/metadata/a", "must be a string"),
        arguments(with("\"metadata\":{\"a\":null}"), "/metadata/a", "must be a string"),
        arguments(with("\"metadata\":" + pair("", "b")), "/metadata/", "1 to 64"),
        arguments(
            with("\"metadata\":" + pair("k".repeat(65), "b")),
            "/metadata/" + "k".repeat(65),
            "not 65"),
        arguments(with("\"metadata\":" + pair("a", "v".repeat(513))), "/metadata/a", "not 513"),
        arguments(with("\"metadata\":{\"a/b~c\":1}"), "/metadata/a~1b~0c", "must be a string"),
        arguments(with("\"deadline_seconds\":29"), "/deadline_seconds", "30 to 3600"),
        arguments(with("\"deadline_seconds\":3601"), "/deadline_seconds", "30 to 3600"),
        arguments(with("\"deadline_seconds\":60.5"), "/deadline_seconds", "integer"),
        arguments(with("\"deadline_seconds\":\"60\""), "/deadline_seconds", "integer"),
        arguments(with("\"deadline_seconds\":null"), "/deadline_seconds", "integer"),
        arguments(with("\"deadline_seconds\":true"), "/deadline_seconds", "integer"),
        arguments(with("\"deadline_seconds\":1e400"), "/deadline_seconds", "integer"),
        arguments(
            with("\"deadline_seconds\":99999999999999999999"), "/deadline_seconds", "30 to 3600"),
        arguments(with("\"deadline\":60"), "/deadline", "is not a known field"),
        arguments(with("\"Message\":\"Hi\""), "/Message", "is not a known field"),
        arguments(with("\"a\\nb\":1"), "/a\nb", "is not a known field"));
  }

  @Test
  void aNameThatUtf8CannotCarryIsToldInOneThatItCan() {
    assertThat(faults(with("\"a\\ud800\":1")))
        .containsExactly(new Fault("/a\uFFFD", "is not a known field"));
    assertThat(faults(with("\"metadata\":{\"\\udc00\":\"b\"}")))
        .containsExactly(new Fault("/metadata/\uFFFD", "holds half of a surrogate pair"));
  }

  @Test
  void everyFaultIsTold() {
    String body =
        """
        {"message":"","conversation_id":1,"metadata":{"a":1,"b":2},"deadline_seconds":0,"x":0,"y":0}
        """;
    assertThat(faults(body).stream().map(Fault::pointer))
        .containsExactly(
            "/message",
            "/conversation_id",
            "/metadata/a",
            "/metadata/b",
            "/deadline_seconds",
            "/x",
            "/y");
  }

  @Test
  void aBodyFullOfFaultsGetsAnAnswerThatLambdaCanReturn() {
    List<Fault> faults = faults(with(manyFields()));
    assertThat(Wire.write(Problem.ofFaults(faults)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(6 * 1024 * 1024);
    assertThat(faults).endsWith(new Fault("", "has more faults, which are not told"));
  }

  @Test
  void moreMetadataThanMayBeIsOneFaultWhateverItsNames() {
    assertThat(faults(with("\"metadata\":{" + manyFields() + "}")))
        .containsExactly(new Fault("/metadata", "must have at most 16 pairs, not 60000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"Hi\"",
        "null",
        "1",
        "",
        "{",
        "{\"message\":\"Hi\"} x",
        "{\"message\":\"Hi\",\"message\":\"Ho\"}",
        "{\"message\":\"Hi\",\"metadata\":{\"a\":\"b\",\"a\":\"c\"}}",
        "{'message':'Hi'}"
      })
  void whatIsNoJsonObjectIsMalformed(String body) {
    assertThat(SubmissionForm.read(body)).isInstanceOf(SubmissionReading.Malformed.class);
  }

  @Test
  void aNameThatStandsTwiceIsToldAsSuch() {
    String twice = "{\"message\":\"secret\",\"message\":\"Ho\"}";
    assertThat(SubmissionForm.read(twice))
        .isEqualTo(new SubmissionReading.Malformed("a name stands twice in one object"));
  }

  @Test
  void aBodyOfEscapesAloneIsNotTooLong() {
    String escaped = "\\ud83d\\ude00".repeat(32_000);
    String metadata =
        IntStream.range(0, 16)
            .mapToObj(i -> "\"" + (char) ('a' + i) + "\":\"" + "\\u0001".repeat(512) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    submission("{\"message\":\"" + escaped + "\",\"metadata\":" + metadata + "}");
  }

  @Test
  void aBodyLongerThanAnyValidOneIsNotEvenRead() {
    String body = " ".repeat(SubmissionForm.MAX_BODY_CHARS) + message("Hi");
    assertThat(SubmissionForm.read(body)).isInstanceOf(SubmissionReading.Malformed.class);
  }

  private static ChatSubmission submission(String body) {
    return switch (SubmissionForm.read(body)) {
      case SubmissionReading.Valid(var submission) -> submission;
      case SubmissionReading other -> throw new AssertionError(other);
    };
  }

  private static List<Fault> faults(String body) {
    return switch (SubmissionForm.read(body)) {
      case SubmissionReading.Faulty(var faults) -> faults;
      case SubmissionReading other -> throw new AssertionError(other);
    };
  }

  /** Many of their names have the same hash. */
  private static String manyFields() {
    return IntStream.range(0, 60_000)
        .mapToObj(i -> "\"\uFFFE%c%c\":1".formatted(0x4E00 + i / 256, 0x4E00 + i % 256))
        .collect(Collectors.joining(","));
  }

  private static String message(String text) {
    return "{\"message\":\"" + text + "\"}";
  }

  private static String with(String field) {
    return "{\"message\":\"Hi\"," + field + "}";
  }

  private static String pair(String name, String value) {
    return Wire.write(Map.of(name, value));
  }

  private static String pairs(int count) {
    return Wire.write(
        IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v")));
  }
}
