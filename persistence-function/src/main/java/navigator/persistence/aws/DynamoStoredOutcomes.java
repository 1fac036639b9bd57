package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.ANSWERED;
import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.ERROR_DETAIL;
import static navigator.contracts.table.Attribute.FAILED;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.KIND;
import static navigator.contracts.table.Attribute.LAST_FAILURE_AT;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.REPLY;
import static navigator.contracts.table.Attribute.STOP_REASON;
import static navigator.contracts.table.Attribute.STORED_AT;

import java.util.Objects;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.queue.Failure;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.table.Keys;
import navigator.persistence.OutcomeReader;
import navigator.persistence.StoredRequest;

/** The outcomes that the worker stored before it published them. Safe for use by many threads. */
final class DynamoStoredOutcomes implements OutcomeReader {

  private static final Usage UNKNOWN_USAGE = new Usage(0, 0, 0, 0);

  private final TableReader reader;

  DynamoStoredOutcomes(TableReader reader) {
    this.reader = reader;
  }

  @Override
  public Optional<ChatOutcome> find(StoredRequest request) {
    return reader
        .find(Keys.outcome(request.id(), request.generation()))
        .filter(row -> !isErased(row))
        .map(row -> outcome(request, row));
  }

  private static boolean isErased(Row row) {
    return row.text(KIND).equals(ANSWERED) && !row.has(REPLY);
  }

  private static ChatOutcome outcome(StoredRequest request, Row row) {
    String kind = row.text(KIND);
    return switch (kind) {
      case ANSWERED -> answered(request, row);
      case FAILED -> fellBack(request, row);
      default -> throw new IllegalStateException("An outcome of the unknown kind " + kind);
    };
  }

  private static ChatAnswered answered(StoredRequest request, Row row) {
    return new ChatAnswered(
        SchemaVersion.CURRENT,
        request.id(),
        request.conversation(),
        request.userId(),
        request.generation(),
        request.turn(),
        row.text(REPLY),
        row.text(MODEL),
        row.text(STOP_REASON),
        Objects.requireNonNullElse(Rows.usage(row), UNKNOWN_USAGE),
        row.integerOrZero(ATTEMPTS),
        row.time(STORED_AT),
        request.traceparent());
  }

  private static ChatFellBack fellBack(StoredRequest request, Row row) {
    Failure failure =
        new Failure(
            ErrorCode.ofWireName(row.text(ERROR_CODE)),
            row.text(ERROR_DETAIL),
            row.integerOrZero(ATTEMPTS),
            Objects.requireNonNullElse(row.timeOrNull(FIRST_FAILURE_AT), row.time(STORED_AT)),
            Objects.requireNonNullElse(row.timeOrNull(LAST_FAILURE_AT), row.time(STORED_AT)));
    return new ChatFellBack(
        SchemaVersion.CURRENT,
        request.id(),
        request.conversation(),
        request.userId(),
        request.role(),
        request.generation(),
        request.turn(),
        FallbackReply.of(request.role()),
        row.text(MODEL),
        failure,
        row.time(STORED_AT),
        request.traceparent());
  }
}
