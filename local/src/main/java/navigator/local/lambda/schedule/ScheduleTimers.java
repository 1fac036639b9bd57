package navigator.local.lambda.schedule;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import navigator.local.FunctionInvoker;
import navigator.local.TimeScale;
import navigator.local.topology.Schedule;

/** The rules that fire at a fixed rate, divided by the time scale, first one period from now. */
public final class ScheduleTimers implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedules").factory());
  private final FunctionInvoker functions;
  private final InstantSource clock;

  private ScheduleTimers(FunctionInvoker functions, InstantSource clock) {
    this.functions = functions;
    this.clock = clock;
  }

  /** Starts the timers. */
  public static ScheduleTimers start(
      List<Schedule> schedules,
      FunctionInvoker functions,
      TimeScale timeScale,
      InstantSource clock) {
    var timers = new ScheduleTimers(functions, clock);
    schedules.forEach(
        schedule -> timers.add(schedule, timeScale.scaled(schedule.rate()).toNanos()));
    return timers;
  }

  private void add(Schedule schedule, long periodNanos) {
    var _ =
        timer.scheduleAtFixedRate(
            () -> fire(schedule), periodNanos, periodNanos, TimeUnit.NANOSECONDS);
  }

  private void fire(Schedule schedule) {
    functions.invokeAsync(schedule.functionArn(), ScheduledEvent.of(schedule, clock.instant()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
