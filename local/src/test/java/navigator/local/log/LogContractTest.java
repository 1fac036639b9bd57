package navigator.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogContractTest {

  private static final String COMPLETE =
      """
      {"message":"model.called","request_id":"r","conversation_id":"c","generation":0,\
      "traceparent":"t","attempt":1,"outcome":"answered"}\
      """;

  private static final String METRICS =
      """
      {"timestamp":"2026-03-01T12:00:00.000000Z","level":"INFO","logger":"navigator.W",\
      "message":"metrics","Code":"crashed","Fallbacks":1,"_aws":{"Timestamp":1,\
      "CloudWatchMetrics":[{"Namespace":"LearningNavigator","Dimensions":[[],["Code"]],\
      "Metrics":[{"Name":"Fallbacks","Unit":"Count"}]}]}}\
      """;

  @Test
  void aStateLineWithAllThatItIsFoundByIsFine() {
    assertThat(LogContract.faults(COMPLETE)).isEmpty();
  }

  @Test
  void aStateLineWithoutOneOfThemIsNot() {
    assertThat(LogContract.faults(COMPLETE.replace("\"traceparent\":\"t\",", "")))
        .containsExactly("model.called has no traceparent");
    assertThat(LogContract.faults(COMPLETE.replace("\"attempt\":1,", "")))
        .containsExactly("model.called has no attempt");
  }

  @Test
  void aMetricLineIsHeldToItsSchema() {
    assertThat(LogContract.faults(METRICS)).isEmpty();
    assertThat(LogContract.metrics(METRICS)).containsExactly("Fallbacks");
    assertThat(LogContract.faults(METRICS.replace("\"crashed\"", "\"ada\""))).isNotEmpty();
    assertThat(LogContract.faults(METRICS.replace("\"Fallbacks\":1", "\"Fallbacks\":\"1\"")))
        .isNotEmpty();
  }

  @Test
  void otherLinesAreNoConcern() {
    assertThat(LogContract.faults("Picked up JAVA_TOOL_OPTIONS")).isEmpty();
    assertThat(LogContract.faults("{\"message\":\"call.failed\"}")).isEmpty();
  }
}
