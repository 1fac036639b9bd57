package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Timeline;
import navigator.local.bedrock.quota.Timeline.Span;
import navigator.local.bedrock.quota.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

class EmulatorProcessContractTest {
  private static final String MODEL = "us.anthropic.claude-sonnet-4-6";

  @TempDir private Path directory = Path.of("");

  private static EmulatorSettings settings() {
    var span = new Span(Duration.ofSeconds(1), Duration.ofSeconds(2));
    var timeline =
        Timeline.QUIET
            .withSteps(new Timeline.Step(Duration.ofSeconds(3), Limits.NONE))
            .withForeign(new Timeline.Foreign(span, 0.4))
            .withExhausted(span)
            .withOutages(span)
            .withPaces(new Timeline.Pace(Duration.ofSeconds(5), 4));
    var plan =
        QuotaPlan.of(Limits.ofTokens(0).withTokensPerDay(7), Window.SLIDING).during(timeline);
    var faults =
        new FaultRates(
            List.of(
                new FaultRates.Rate(new Fault.Refused(BedrockError.MODEL_ERROR), 0),
                new FaultRates.Rate(new Fault.Late(Duration.ofSeconds(1)), 0),
                new FaultRates.Rate(new Fault.Empty(), 0)));
    return new EmulatorSettings(0, 7, Latency.NONE, faults)
        .with(Duration.ofSeconds(10), Map.of(MODEL, plan));
  }

  @Test
  void settingsAreTheSameAfterTheirWayThroughALine() throws JsonProcessingException {
    assertThat(SettingsJson.read(SettingsJson.write(settings()))).isEqualTo(settings());
  }

  @Test
  void settingsThatAreMissingAreNotGuessed() {
    var json = SettingsJson.write(settings()).replace("\"seed\":7,", "");

    assertThatThrownBy(() -> SettingsJson.read(json)).hasMessageContaining("seed");
  }

  @Test
  void theProcessAnswersWritesItsLogAndEndsWithItsInput() throws IOException {
    var log = directory.resolve("quota.jsonl");
    var emulator = EmulatorProcess.start(settings(), log);
    try (emulator;
        var client = client(emulator)) {
      assertThat(emulator.url().getHost()).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> client.converse(r -> r.modelId(MODEL).messages(hello())))
          .isInstanceOf(ThrottlingException.class);
      assertThat(Files.readAllLines(log))
          .singleElement()
          .satisfies(line -> assertThat(line).contains("\"kind\":\"reject\""));
    }

    assertThat(emulator.isAlive()).isFalse();
  }

  private static Message hello() {
    return Message.builder().role("user").content(ContentBlock.fromText("Hello?")).build();
  }

  private static BedrockRuntimeClient client(EmulatorProcess emulator) {
    return BedrockRuntimeClient.builder()
        .endpointOverride(emulator.url())
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
        .build();
  }
}
