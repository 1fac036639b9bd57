package navigator.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.http.RequestObject;
import navigator.local.path.Durations;
import navigator.local.terminal.Ink;
import org.jspecify.annotations.Nullable;

/** A request object in words. */
final class RequestText {

  private final PrintWriter out;
  private final Ink ink;

  RequestText(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  /** The reply first, and what one needs to go on. */
  void answer(RequestObject request) {
    reply(request);
    row("request", request.requestId().value());
    row("conversation", request.conversationId().value());
    model(request).ifPresent(model -> row("model", model));
    failure(request).ifPresent(failure -> row("fallback", ink.warning(failure)));
  }

  /** All that the API says. */
  void all(RequestObject request) {
    row("request", request.requestId().value());
    row("conversation", request.conversationId().value());
    row("status", status(request.status()));
    row("created", request.createdAt().toString());
    optional(request.startedAt()).ifPresent(at -> row("started", at));
    optional(request.completedAt()).ifPresent(at -> row("completed", at));
    optional(request.erasedAt()).ifPresent(at -> row("erased", at));
    row("deadline", request.deadlineAt().toString());
    row("attempts", Integer.toString(request.attempts()));
    model(request).ifPresent(model -> row("model", model));
    failure(request).ifPresent(failure -> row("failure", ink.warning(failure)));
    request.metadata().forEach((name, value) -> row("metadata", name + "=" + value));
    out.println();
    reply(request);
  }

  private void reply(RequestObject request) {
    if (request.message() != null) {
      out.println(request.message());
      out.println();
    }
  }

  private String status(Status status) {
    String name = status.wireName();
    return switch (status) {
      case COMPLETED -> ink.good(name);
      case FALLBACK, CANCELLED -> ink.warning(name);
      case QUEUED, IN_PROGRESS -> name;
    };
  }

  private void row(String name, String value) {
    out.println(ink.dim("%-14s".formatted(name)) + value);
  }

  private static Optional<String> model(RequestObject request) {
    StringBuilder text = new StringBuilder();
    if (request.model() != null) {
      text.append(request.model());
    }
    Usage usage = request.usage();
    if (usage != null) {
      text.append(", %d tokens in, %d out".formatted(usage.inputTokens(), usage.outputTokens()));
    }
    if (request.completedAt() != null) {
      Duration took = Duration.between(request.createdAt(), request.completedAt());
      text.append(", ").append(Durations.text(took));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private static Optional<String> failure(RequestObject request) {
    RequestObject.ErrorObject error = request.error();
    if (error != null) {
      return Optional.of(error.code().wireName() + ": " + error.detail());
    }
    return Optional.ofNullable(request.fallback()).map(fallback -> fallback.reason().wireName());
  }

  private static Optional<String> optional(@Nullable Instant at) {
    return Optional.ofNullable(at).map(Object::toString);
  }
}
