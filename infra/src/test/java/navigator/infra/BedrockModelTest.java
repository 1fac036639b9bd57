package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockModelTest {

  private static final String MODEL = "foundation-model/anthropic.claude-sonnet-4-6";

  @Test
  void aProfileNeedsItselfAndItsModelInEveryRegionItRoutesTo() {
    assertThat(arns("us.anthropic.claude-sonnet-4-6", "us-west-2"))
        .containsExactlyInAnyOrder(
            "arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.anthropic.claude-sonnet-4-6",
            "arn:aws:bedrock:us-west-2::" + MODEL,
            "arn:aws:bedrock:us-east-1::" + MODEL,
            "arn:aws:bedrock:us-east-2::" + MODEL,
            "arn:aws:bedrock:us-west-1::" + MODEL);
  }

  @Test
  void aProfileNeedsItsModelInTheCallingRegionEvenIfItDoesNotRouteThere() {
    assertThat(arns("jp.anthropic.claude-sonnet-4-6", "ap-southeast-1"))
        .contains("arn:aws:bedrock:ap-southeast-1::" + MODEL)
        .contains("arn:aws:bedrock:ap-northeast-3::" + MODEL);
  }

  @Test
  void aGlobalProfileNeedsItsModelAlsoWithoutARegion() {
    assertThat(arns("global.anthropic.claude-sonnet-4-6", "eu-west-1"))
        .containsExactly(
            "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/global.anthropic.claude-sonnet-4-6",
            "arn:aws:bedrock:eu-west-1::" + MODEL,
            "arn:aws:bedrock:::" + MODEL);
  }

  @Test
  void aModelWithoutAProfileNeedsOnlyItself() {
    assertThat(arns("anthropic.claude-3-5-sonnet-20241022-v2:0", "us-west-2"))
        .containsExactly(
            "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-3-5-sonnet-20241022-v2:0");
  }

  @Test
  void aModelWhoseNameHasADotIsNoProfile() {
    assertThat(arns("deepseek.v3.2", "us-west-2"))
        .containsExactly("arn:aws:bedrock:us-west-2::foundation-model/deepseek.v3.2");
  }

  @Test
  void aProfileOfAnUnknownGeographyIsRefused() {
    assertThatThrownBy(() -> new BedrockModel("mars.anthropic.claude-sonnet-4-6"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mars.anthropic.claude-sonnet-4-6")
        .hasMessageContaining("apac, au, eu, global, jp, us, us-gov");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "claude", "anthropic.*", "us.anthropic.claude *", "a/b.c"})
  void whatIsNoIdIsRefused(String id) {
    assertThatThrownBy(() -> new BedrockModel(id)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> arns(String id, String region) {
    return new BedrockModel(id).arns("aws", region, "123456789012");
  }
}
