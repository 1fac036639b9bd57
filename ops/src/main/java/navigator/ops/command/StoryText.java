package navigator.ops.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.contracts.Usage;
import navigator.ops.AuditView;
import navigator.ops.Letter;
import navigator.ops.ReplayStep;
import navigator.ops.RequestFacts;
import navigator.ops.StoredOutcome;
import navigator.ops.Story;
import org.jspecify.annotations.Nullable;

/** A story as people read it. */
final class StoryText {

  private final Output output;

  StoryText(Output output) {
    this.output = output;
  }

  void print(Story story) {
    if (story.request() != null) {
      request(story.request());
    }
    if (story.letter() != null) {
      letter(story.letter(), story.replays());
    }
    outcomes(story.outcomes(), story.replays());
    replays(story.replays());
    audit(story.audit());
    texts(story);
  }

  private void request(RequestFacts request) {
    heading("request " + request.requestId());
    field("status", request.status().wireName() + (request.pending() ? ", pending" : ""));
    field("conversation", request.conversationId());
    field("user", request.userId() + ", " + request.role());
    field("generation", request.generation());
    field("created", Text.time(request.createdAt()));
    field("started", Text.time(request.startedAt()));
    field("completed", Text.time(request.completedAt()));
    field("deadline", Text.time(request.deadlineAt()));
    field("attempts", request.attempts() + ", crashes " + request.crashes());
    field("model", Text.of(request.model()));
    optional("stop reason", request.stopReason());
    optional("tokens", usage(request.usage()));
    if (request.errorCode() != null) {
      field("error", request.errorCode().wireName() + ": " + Text.of(request.errorDetail()));
    }
    if (request.lastFault() != null) {
      field("last fault", request.lastFault().wireName());
    }
    if (request.firstFailureAt() != null) {
      field(
          "failures",
          Text.time(request.firstFailureAt()) + " to " + Text.time(request.lastFailureAt()));
    }
    if (request.leaseUntil() != null) {
      field("leased until", Text.time(request.leaseUntil()));
    }
    if (request.deferredUntil() != null) {
      field("deferred until", Text.time(request.deferredUntil()));
    }
    if (request.erasedAt() != null) {
      field("erased", Text.time(request.erasedAt()));
    }
  }

  private void letter(Letter letter, List<ReplayStep> replays) {
    heading("dead letter " + letter.id());
    field("state", letter.state().wireName());
    field("failed", Text.time(letter.failedAt()));
    field("expires", Text.time(letter.expiresAt()));
    field("can be replayed", letter.originalKept() ? "yes" : "no");
    optional("body SHA-256", letter.bodySha256());
    for (Letter.Generation generation : letter.generations()) {
      field(
          "generation " + generation.generation(),
          "%s %s: %s (%d attempts%s%s)"
              .formatted(
                  Text.time(generation.failedAt()),
                  generation.code().wireName(),
                  generation.detail(),
                  generation.attempts(),
                  generation.model() == null ? "" : ", " + generation.model(),
                  askedBy(replays, generation.generation())));
    }
  }

  private static String askedBy(List<ReplayStep> replays, int generation) {
    return replays.stream()
        .filter(step -> step.generation() == generation && step.wasAsked())
        .map(step -> ", replay " + step.replay())
        .collect(Collectors.joining());
  }

  private void outcomes(List<StoredOutcome> outcomes, List<ReplayStep> replays) {
    if (!outcomes.isEmpty()) {
      heading("outcomes");
    }
    for (StoredOutcome outcome : outcomes) {
      String how =
          outcome.code() == null
              ? "answered"
              : outcome.code().wireName() + ": " + Text.of(outcome.detail());
      field(
          "generation " + outcome.generation(),
          "%s %s (%d attempts, %s%s)"
              .formatted(
                  Text.time(outcome.storedAt()),
                  how,
                  outcome.attempts(),
                  Text.of(outcome.model()),
                  askedBy(replays, outcome.generation())));
    }
  }

  private void replays(List<ReplayStep> replays) {
    if (!replays.isEmpty()) {
      heading("replays");
    }
    for (ReplayStep step : replays) {
      String why = step.skipped() == null ? "" : ": " + step.skipped().wireName();
      field(
          "generation " + step.generation(),
          "%s %s, %s%s"
              .formatted(Text.time(step.at()), step.replay(), step.state().wireName(), why));
    }
  }

  private void audit(List<AuditView> audit) {
    if (!audit.isEmpty()) {
      heading("what operators did");
    }
    for (AuditView done : audit) {
      field(
          Text.time(done.at()),
          "%s, %s, by %s: %s%s"
              .formatted(
                  done.action(), done.phase(), done.actor(), done.reason(), counts(done.counts())));
    }
  }

  static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void texts(Story story) {
    text("asked", story.asked());
    Letter letter = story.letter();
    Letter.Text text = letter == null ? null : letter.text();
    text("beginning of the message", text == null ? null : text.bodyPrefix());
    for (StoredOutcome outcome : story.outcomes()) {
      text("reply of generation " + outcome.generation(), outcome.reply());
    }
    text("shown", story.shown());
  }

  private void text(String heading, @Nullable String text) {
    if (text != null) {
      heading(heading);
      // A terminal obeys what it is shown.
      output.line(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?"));
    }
  }

  private static @Nullable String usage(@Nullable Usage usage) {
    return usage == null
        ? null
        : "%d in, %d out".formatted(usage.inputTokens(), usage.outputTokens());
  }

  private void heading(String text) {
    output.line(output.strong(text));
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      field(name, value);
    }
  }

  private void field(String name, Object value) {
    output.line("  %-17s %s".formatted(name, value.toString().replaceAll("\\p{Cntrl}", "?")));
  }
}
