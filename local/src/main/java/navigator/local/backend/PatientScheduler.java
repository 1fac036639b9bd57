package navigator.local.backend;

import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.LightArrayRevolverScheduler;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * Pekko's scheduler, but what is due at once waits for a moment. A queue of ElasticMQ with a
 * waiting receive looks again as soon as a message is visible: if another of its group is in
 * flight, it would look again and again with nothing in between.
 */
public final class PatientScheduler extends LightArrayRevolverScheduler {

  /** How long what is due at once waits, at least. */
  static final FiniteDuration MOMENT = FiniteDuration.apply(10, TimeUnit.MILLISECONDS);

  /** Made by Pekko, which finds it by its configuration. */
  public PatientScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {
    super(config, log, threads);
  }

  @Override
  public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
    return super.scheduleOnce(delay.toNanos() > 0 ? delay : MOMENT, task, executor);
  }
}
