package navigator.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.http.JsonObject;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.LetterFilter;
import navigator.ops.http.ReplayForm.Ordered;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayFormTest {

  private static final String ID = "7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10";

  @Test
  void whatIsNotSaidIsAsUsual() {
    Ordered ordered =
        order(
            """
            {"name": "n-1", "reason": "r", "selection": {"all": true}}
            """);
    assertThat(ordered.wanted().refusal()).isEmpty();
    assertThat(ordered.name()).isEqualTo("n-1");
    assertThat(ordered.reason()).isEqualTo("r");
    assertThat(ordered.wanted().selection()).isEqualTo(new Selection.Filtered(LetterFilter.ALL));
    assertThat(ordered.wanted().terms()).isEqualTo(ReplayTerms.DEFAULT);
  }

  @Test
  void whatIsSaidHolds() {
    Ordered ordered =
        order(
            """
            {"name": "n", "reason": "r", "rate": 7, "maximum": 8.0, "canary": 0, "stop_share": 1,
             "deadline_seconds": 30, "selection": {"code": "crashed", "model": "m", "user": "u",
             "since": "2026-03-02T09:15:00+01:00", "until": "2026-03-02T09:15:00Z"}}
            """);
    assertThat(ordered.wanted().refusal()).isEmpty();
    assertThat(ordered.wanted().terms())
        .isEqualTo(new ReplayTerms(7, 8, 0, 1, Duration.ofSeconds(30)));
    assertThat(ordered.wanted().selection())
        .isEqualTo(
            new Selection.Filtered(
                new LetterFilter(
                    ErrorCode.CRASHED,
                    "m",
                    "u",
                    Instant.parse("2026-03-02T08:15:00Z"),
                    Instant.parse("2026-03-02T09:15:00Z"))));
  }

  @Test
  void requestsCanBeNamed() {
    Ordered ordered =
        order(
            """
            {"name": "n", "reason": "r", "selection": {"ids": ["%s", "%s"]}}
            """
                .formatted(ID, ID));
    assertThat(ordered.wanted().refusal()).isEmpty();
    assertThat(ordered.wanted().selection())
        .isEqualTo(new Selection.Listed(List.of(new RequestId(ID))));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    String told =
        told(
            order(
                """
                {"name": "Not One", "reason": " ", "selection": {"code": "bad", "ids": ["x"],
                 "until": 5, "colour": 1}, "rate": 0, "maximum": "9", "canary": 101,
                 "stop_share": 1.5, "deadline_seconds": 29.5, "loud": true}
                """));
    assertThat(told)
        .contains("/name", "/reason", "\"/selection\"", "/selection/code", "/selection/ids/0")
        .contains("/selection/until", "/selection/colour", "/rate", "/maximum", "/canary")
        .contains("/stop_share", "/deadline_seconds", "/loud", "\"The request has 13 faults");
    assertThat(ContractSchemas.object("problem.json", told)).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(told(order("{}"))).contains("/name", "/reason", "/selection", "has 3 faults");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/selection",
        "{\"all\": false}|/selection/all",
        "{\"all\": true, \"code\": \"crashed\"}|/selection",
        "{\"ids\": []}|/selection/ids",
        "{\"ids\": \"all\"}|/selection/ids",
        "{\"ids\": [null]}|/selection/ids/0",
        "{\"model\": \"  \"}|/selection/model",
        "{\"user\": null}|/selection/user",
        "{\"since\": \"2026-03-02T09:15:00Z\", \"until\": \"2026-03-02T09:15:00Z\"}"
            + "|/selection/until",
        "{\"since\": \"+12026-03-02T09:15:00Z\"}|/selection/since",
        "[]|/selection",
        "null|/selection"
      })
  void aSelectionSaysOneThing(String selection, String pointer) {
    assertThat(
            told(order("{\"name\":\"n\",\"reason\":\"r\",\"selection\":%s}".formatted(selection))))
        .contains("has 1 fault;", "\"pointer\":\"%s\"".formatted(pointer));
  }

  @Test
  void moreRequestsThanCanBeNamedAreAFaultAndNoException() {
    String ids =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "\"" + RequestId.random() + "\"")
            .collect(Collectors.joining(","));
    assertThat(
            told(
                order(
                    "{\"name\":\"n\",\"reason\":\"r\",\"selection\":{\"ids\":[%s]}}"
                        .formatted(ids))))
        .contains("1 to 1000 request ids");
  }

  @Test
  void aReasonIsNoLongerThanARecordHolds() {
    String most = "r".repeat(1_000);
    String body = "{\"name\":\"n\",\"reason\":\"%s\",\"selection\":{\"all\":true}}";
    assertThat(order(body.formatted(most)).wanted().refusal()).isEmpty();
    assertThat(told(order(body.formatted(most + "r")))).contains("/reason");
  }

  @Test
  void aPlanHasNeitherNameNorReason() {
    JsonObject body = fields("{\"name\":\"n\",\"reason\":\"r\",\"selection\":{\"all\":true}}");
    assertThat(ReplayForm.ofPlan(body).refusal().orElseThrow().body())
        .contains("/name", "/reason", "has 2 faults");
  }

  private static Ordered order(String body) {
    return ReplayForm.ofOrder(fields(body));
  }

  private static String told(Ordered ordered) {
    return ordered.wanted().refusal().orElseThrow().body();
  }

  private static JsonObject fields(String body) {
    return switch (Wire.read(body, JsonObject.class)) {
      case Read.Valid<JsonObject>(JsonObject fields) -> fields;
      case Read.Invalid<JsonObject>(String reason) -> throw new AssertionError(reason);
    };
  }
}
