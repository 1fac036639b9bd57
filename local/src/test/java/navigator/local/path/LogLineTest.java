package navigator.local.path;

import static navigator.local.path.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import navigator.contracts.log.StateChange;
import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void metricsAreNoStepOfARequest() {
    assertThat(
            LogLine.parse(
                "learning-navigator-submit",
                """
                {"timestamp":"2026-03-02T09:15:00Z","message":"metrics",
                 "request_id":"7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10","_aws":{}}
                """))
        .isEmpty();
  }

  @Test
  void knowsItsRequestTimeAndChange() {
    LogLine line = line("submit", 41, StateChange.ACCEPTED);

    assertThat(line.request().value()).isEqualTo(LogLines.ID);
    assertThat(line.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.041Z"));
    assertThat(line.change()).contains(StateChange.ACCEPTED);
  }

  @Test
  void linesThatAreNotAboutARequestAreNoLines() {
    assertThat(LogLine.parse("f", "Picked up JAVA_TOOL_OPTIONS")).isEmpty();
    assertThat(LogLine.parse("f", "{\"message\":\"start\"}")).isEmpty();
    assertThat(LogLine.parse("f", "{\"request_id\":\"x\",\"timestamp\":\"2026-03-01T12:00:00Z\"}"))
        .isEmpty();
    assertThat(
            LogLine.parse("f", "{\"request_id\":\"" + LogLines.ID + "\",\"timestamp\":\"noon\"}"))
        .isEmpty();
  }

  @Test
  void otherMessagesAboutARequestAreKeptAsTheyAre() {
    String json = LogLines.json(0, StateChange.STORED).replace("request.stored", "odd");
    LogLine line = LogLine.parse("f", json).orElseThrow();

    assertThat(line.change()).isEmpty();
    assertThat(LineText.of(line)).isEqualTo("odd");
  }

  @Test
  void tellsInWordsWhatTheFieldsHold() {
    assertThat(
            LineText.of(
                line(
                    "inference",
                    0,
                    StateChange.CALLED,
                    "\"outcome\":\"answered\"",
                    "\"generation\":0",
                    "\"attempt\":2",
                    "\"duration_ms\":1204",
                    "\"input_tokens\":412",
                    "\"output_tokens\":96")))
        .isEqualTo("model answered: attempt 2, 1.20 s, 412 tokens in, 96 out");
  }

  @Test
  void tellsHowLongADeferredRequestIsLeftAlone() {
    LogLine line =
        line("inference", 0, StateChange.DEFERRED, "\"until\":\"2026-03-01T12:00:30.000000Z\"");

    assertThat(LineText.of(line)).isEqualTo("deferred: for 30.00 s");
  }

  @Test
  void namesAFunctionWithoutTheStacksName() {
    assertThat(LineText.function(line("dead-letter", 0, StateChange.FELL_BACK)))
        .isEqualTo("dead-letter");
  }
}
