package navigator.inference;

import static navigator.contracts.ErrorCode.CONTENT_FILTERED;
import static navigator.contracts.ErrorCode.CONTEXT_TOO_LONG;
import static navigator.contracts.ErrorCode.EMPTY_RESPONSE;
import static navigator.contracts.ErrorCode.INVALID_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.contracts.Usage;
import navigator.inference.quota.AnswerSizes;
import navigator.inference.quota.CallCost;
import navigator.inference.quota.Priority;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.Reservation;
import navigator.inference.quota.Slot;
import navigator.inference.quota.Tempo;

/**
 * A model that is asked no faster than its quota allows: each call has a slot, reserved before and
 * settled after it. Safe for use by many threads.
 */
public final class PacedModel {

  // A guardrail may filter before the model is asked: that proves nothing about the model either.
  private static final Set<ErrorCode> OF_THE_REQUEST =
      EnumSet.of(INVALID_REQUEST, CONTEXT_TOO_LONG, CONTENT_FILTERED);

  private final AskModel model;
  private final QuotaGovernor governor;
  private final AnswerSizes sizes;
  private final int burndown;
  private final Tempo tempo;
  private final InstantSource clock;

  /**
   * A model and its pace.
   *
   * @param sizes what its answers take
   * @param burndown what an output token costs, in quota tokens
   */
  public PacedModel(
      AskModel model,
      QuotaGovernor governor,
      AnswerSizes sizes,
      int burndown,
      Tempo tempo,
      InstantSource clock) {
    this.model = model;
    this.governor = governor;
    this.sizes = sizes;
    this.burndown = burndown;
    this.tempo = tempo;
    this.clock = clock;
  }

  /** Whether a call may be made. */
  sealed interface Turn {

    /** At once, of {@code model}. */
    record Now(PacedModel model, Slot slot) implements Turn {

      /** Whether this call finds out if the model can be asked again. */
      boolean probes() {
        return slot.probes();
      }
    }

    /**
     * Not before {@code until}.
     *
     * @param down whether the model fails, or has no quota for long: it is not only busy
     */
    record Later(Instant until, boolean down) implements Turn {}
  }

  /** Waits for a turn, as long as {@code waiting} allows; while the model is down, not at all. */
  Turn turn(Role role, Prompt prompt, Waiting waiting, Priority priority) {
    CallCost cost = sizes.cost(role, prompt.characters(), burndown, tempo);
    while (true) {
      switch (governor.reserve(cost, priority, waiting.patience())) {
        case Reservation.Granted(Slot slot) -> {
          if (!waiting.until(slot.at())) {
            governor.failed(slot);
            return new Turn.Later(clock.instant(), governor.down());
          }
          if (governor.stands(slot)) {
            return new Turn.Now(this, slot);
          }
        }
        case Reservation.Soon(Instant again) -> {
          if (!waiting.until(again)) {
            return new Turn.Later(again, governor.down());
          }
        }
        case Reservation.Later(Instant until, boolean closed) -> {
          // While the gate is open, whoever is told to come later finds as many before it again.
          if (priority == Priority.LOWEST || !closed || governor.down() || !waiting.until(until)) {
            return new Turn.Later(until, governor.down());
          }
        }
      }
    }
  }

  /**
   * Makes the call that {@code turn} is for.
   *
   * @param timeout how long the answer may take
   * @param anew whether nothing failed yet in this delivery: a request that fails again and again
   *     may itself be why, and says nothing about the model
   */
  ModelResult ask(Role role, Prompt prompt, Turn.Now turn, Duration timeout, boolean anew) {
    Instant start = clock.instant();
    ModelResult result = model.ask(prompt, sizes.maxOutput(role, prompt.characters()), timeout);
    Duration took = Duration.between(start, clock.instant());
    Slot slot = turn.slot();
    switch (result) {
      case ModelResult.Answer answer -> {
        Usage usage = answer.usage();
        sizes.saw(role, prompt.characters(), input(usage), usage.outputTokens(), cut(answer), took);
        governor.answered(slot, settled(usage));
      }
      case ModelResult.Throttled throttled -> governor.throttled(slot, throttled.throttle());
      case ModelResult.Transient failed when failed.code() == EMPTY_RESPONSE ->
          governor.reached(slot);
      case ModelResult.Transient _ when anew -> governor.unavailable(slot, start);
      case ModelResult.Permanent failed when OF_THE_REQUEST.contains(failed.code()) ->
          governor.foundOutNothing(slot);
      case ModelResult.Transient _, ModelResult.Permanent _ -> governor.failed(slot);
    }
    return result;
  }

  // Tokens that are read from a cache are free.
  private long settled(Usage usage) {
    return usage.inputTokens() + usage.cacheWriteTokens() + (long) burndown * usage.outputTokens();
  }

  private static int input(Usage usage) {
    return usage.inputTokens() + usage.cacheReadTokens() + usage.cacheWriteTokens();
  }

  private static boolean cut(ModelResult.Answer answer) {
    return answer.stopReason().equals("max_tokens");
  }
}
