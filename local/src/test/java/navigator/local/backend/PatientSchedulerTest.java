package navigator.local.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientSchedulerTest {

  private final ActorSystem actors = ElasticMq.actors();

  @AfterEach
  void stop() {
    actors.terminate();
  }

  @Test
  void whoLooksAgainAtOnceLooksOnceInAMoment() throws InterruptedException {
    var looks = new CountDownLatch(10);
    long start = System.nanoTime();

    look(looks);

    assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
    var moments = (System.nanoTime() - start) / PatientScheduler.MOMENT.toNanos();
    assertThat(moments).isGreaterThanOrEqualTo(9);
  }

  private void look(CountDownLatch looks) {
    actors
        .scheduler()
        .scheduleOnce(
            Duration.ZERO,
            () -> {
              looks.countDown();
              if (looks.getCount() > 0) {
                look(looks);
              }
            },
            actors.dispatcher());
  }
}
