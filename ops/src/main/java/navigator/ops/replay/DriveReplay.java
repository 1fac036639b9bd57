package navigator.ops.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import navigator.contracts.table.ReplayState;

/**
 * Drives a replay, from wherever it is to its end or for as long as there is time. All that must
 * outlive the driver is in the table: whoever comes after one that died goes on. Safe for use by
 * many threads.
 */
public final class DriveReplay {

  private final ReplayStages stages;
  private final InstantSource clock;

  public DriveReplay(ReplayStages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  /** Drives the replay of that name, unless another does. */
  public DriveVerdict drive(String name, BooleanSupplier timeLeft) throws InterruptedException {
    Hold hold = new Hold(stages.leases(), name, clock);
    return switch (hold.take()) {
      case LeaseVerdict.Taken _ -> driveThenRelease(hold, timeLeft);
      case LeaseVerdict.Busy _ -> DriveVerdict.BUSY;
      case LeaseVerdict.Ended _ -> DriveVerdict.ENDED;
      case LeaseVerdict.Unknown _ -> DriveVerdict.UNKNOWN;
    };
  }

  private DriveVerdict driveThenRelease(Hold hold, BooleanSupplier timeLeft)
      throws InterruptedException {
    DriveVerdict verdict;
    try {
      verdict = new Drive(hold, timeLeft).toItsEnd();
    } catch (RuntimeException | InterruptedException e) {
      leave(hold, e);
      throw e;
    }
    if (verdict == DriveVerdict.TIME_UP) {
      hold.release();
    }
    return verdict;
  }

  // Else nobody could go on before the lease has run out.
  private static void leave(Hold hold, Exception fault) {
    try {
      hold.release();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  /** One drive, with what it remembers from step to step. */
  private final class Drive {

    private final Hold hold;
    private final BooleanSupplier timeLeft;
    private final MatchLetters matching;
    private final SettleEntries settling;
    private final SendEntries sending;

    Drive(Hold hold, BooleanSupplier timeLeft) {
      Outstanding outstanding = new Outstanding(stages.entries());
      this.hold = hold;
      this.timeLeft = timeLeft;
      this.matching = new MatchLetters(stages.letters(), stages.writes(), clock);
      this.settling = new SettleEntries(stages.snapshots(), stages.writes(), outstanding, clock);
      this.sending =
          new SendEntries(
              stages.entries(),
              stages.snapshots(),
              stages.writes(),
              stages.queue(),
              outstanding,
              clock);
    }

    DriveVerdict toItsEnd() throws InterruptedException {
      while (timeLeft.getAsBoolean()) {
        Optional<Held> held = hold.look();
        if (held.isEmpty()) {
          return DriveVerdict.BUSY;
        }
        if (held.get().replay().state().isEnded()) {
          return DriveVerdict.ENDED;
        }
        step(held.get());
      }
      return DriveVerdict.TIME_UP;
    }

    private void step(Held held) throws InterruptedException {
      Optional<Judgement> judgement = Judgement.of(held.replay());
      if (judgement.isPresent()) {
        move(held, judgement.get());
      } else if (held.replay().state() == ReplayState.MATCHING) {
        matching.run(held, hold, timeLeft);
      } else if (!settling.settle(held)) {
        sendOrWait(held);
      }
    }

    private void move(Held held, Judgement judgement) {
      // Whether it is written, the next look tells.
      boolean _ = stages.writes().move(held, judgement, clock.instant());
    }

    private void sendOrWait(Held held) throws InterruptedException {
      Duration wait = sending.step(held);
      if (wait.isZero()) {
        settling.expectMore();
      } else {
        stages.pause().during(shorter(wait, settling.untilDue()));
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
