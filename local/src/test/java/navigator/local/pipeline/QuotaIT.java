package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import navigator.contracts.Role;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.Latency;
import navigator.local.bedrock.QuotaEntry;
import navigator.local.bedrock.QuotaEntry.Kind;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Timeline;
import navigator.local.bedrock.quota.Timeline.Span;
import navigator.local.bedrock.quota.Window;
import org.junit.jupiter.api.Test;

class QuotaIT {

  private static final int REQUESTS = 24;

  /** About a call a second may be made, and none from the 3rd to the 9th second. */
  private static final QuotaPlan QUOTA =
      QuotaPlan.of(Limits.ofTokens(120_000), Window.BUCKET)
          .during(
              Timeline.QUIET.withOutages(new Span(Duration.ofSeconds(3), Duration.ofSeconds(9))));

  @Test
  void everyRequestIsAnsweredBeyondTheQuotaAndThroughAnOutageAndHardlyACallIsWasted() {
    var emulator =
        new EmulatorSettings(0, 7, Latency.TYPICAL, FaultRates.NONE)
            .with(Duration.ofMinutes(1), Map.of(EmulatorSettings.ANY_OTHER, QUOTA));
    try (var pipeline = Pipeline.start(emulator)) {
      var users = List.of(user(pipeline, "ada"), user(pipeline, "grace"), user(pipeline, "joan"));
      List<ChatClient.Answer> accepted = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        accepted.add(users.get(i % 3).ask("Which question is number " + i + "?"));
      }

      for (int i = 0; i < REQUESTS; i++) {
        assertThat(users.get(i % 3).ended(accepted.get(i)).text("status")).isEqualTo("completed");
      }

      var log = pipeline.stack().emulator().orElseThrow().quotaLog().entries();
      assertThat(count(log, Kind.SETTLED)).isEqualTo(REQUESTS);
      assertThat(count(log, Kind.REJECTED)).isPositive().isLessThan(REQUESTS);
      // Each would have tried several times.
      assertThat(count(log, Kind.FAILED)).isPositive().isLessThan(REQUESTS);
    }
  }

  private static ChatClient user(Pipeline pipeline, String name) {
    return pipeline.user(name, Role.INSTRUCTOR);
  }

  private static long count(List<QuotaEntry> log, Kind kind) {
    return log.stream().filter(entry -> entry.kind() == kind).count();
  }
}
