package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.local.bedrock.quota.Admission;
import navigator.local.bedrock.quota.Demand;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Window;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final int THREADS = 4;
  private static final int CALLS = 5_000;
  private static final int QUOTA = 9_000;

  @Test
  void manyCallersAtOnceGetTheQuotaAndNotMore() throws Exception {
    var log = new QuotaLog();
    var plan = QuotaPlan.of(Limits.ofTokens(QUOTA), Window.FIXED);
    var profile = new Profile(plan, Duration.ofMinutes(1), 1, () -> Instant.EPOCH, log);
    Callable<Long> caller =
        () -> IntStream.range(0, CALLS).filter(call -> isAdmitted(profile)).count();

    var admitted = 0L;
    try (var callers = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Long> count : callers.invokeAll(Collections.nCopies(THREADS, caller))) {
        admitted += count.get();
      }
    }

    assertThat(admitted).isEqualTo(QUOTA);
    assertThat(log.entries()).hasSize(THREADS * CALLS + QUOTA);
  }

  private static boolean isAdmitted(Profile profile) {
    var caller = new Profile.Caller("c", "m", "", "");
    if (profile.admit(caller, new Demand(1, 1, 0, 0))
        instanceof Admission.Admitted(var reservation)) {
      profile.settle(caller, reservation, 1, "end_turn");
      return true;
    }
    return false;
  }
}
