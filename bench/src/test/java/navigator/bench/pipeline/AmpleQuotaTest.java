package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AmpleQuotaTest {

  @Test
  void onlyAFunctionThatHasAQuotaGetsAnother() throws IOException {
    String template =
        """
        {"Resources": {
          "Worker": {"Properties": {"Environment": {"Variables":
            {"QUOTA_TOKENS_PER_MINUTE": "0", "MODEL_ID": "m"}}}},
          "Other": {"Properties": {"Environment": {"Variables": {"TABLE_NAME": "t"}}}},
          "Queue": {"Properties": {}}}}\
        """;

    assertThat(AmpleQuota.widened(template))
        .contains("\"QUOTA_TOKENS_PER_MINUTE\":\"2000000000\",\"MODEL_ID\":\"m\"")
        .contains(
            "\"Other\":{\"Properties\":{\"Environment\":{\"Variables\":{\"TABLE_NAME\":\"t\"}}}}")
        .contains("\"Queue\":{\"Properties\":{}}");
  }
}
