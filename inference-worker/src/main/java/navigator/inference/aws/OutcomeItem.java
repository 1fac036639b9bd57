package navigator.inference.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CACHE_READ_TOKENS;
import static navigator.contracts.table.Attribute.CACHE_WRITE_TOKENS;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.ERROR_DETAIL;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.INPUT_TOKENS;
import static navigator.contracts.table.Attribute.KIND;
import static navigator.contracts.table.Attribute.LAST_FAILURE_AT;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.OUTPUT_TOKENS;
import static navigator.contracts.table.Attribute.REPLY;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.STOP_REASON;
import static navigator.contracts.table.Attribute.STORED_AT;
import static navigator.contracts.table.Attribute.USAGE;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;
import navigator.contracts.queue.Failure;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.inference.Outcome;
import navigator.inference.RequestFacts;

/** How an outcome lies in the table. */
final class OutcomeItem {

  private OutcomeItem() {}

  static Item of(RequestFacts request, Outcome outcome) {
    Item item =
        Item.at(Keys.outcome(request.requestId(), request.generation()))
            .text(REQUEST_ID, request.requestId().value())
            .number(GENERATION, request.generation())
            .number(ATTEMPTS, outcome.attempts())
            .time(STORED_AT, outcome.storedAt());
    return switch (outcome) {
      case Outcome.Answered answered -> answered(item, answered);
      case Outcome.Failed(Failure failure, String model, Instant _) ->
          failed(item, failure).text(MODEL, model);
    };
  }

  private static Item answered(Item item, Outcome.Answered outcome) {
    return item.text(KIND, Attribute.ANSWERED)
        .text(REPLY, outcome.reply())
        .text(MODEL, outcome.model())
        .text(STOP_REASON, outcome.stopReason())
        .map(USAGE, usage(outcome.usage()));
  }

  private static Item failed(Item item, Failure failure) {
    return item.text(KIND, Attribute.FAILED)
        .text(ERROR_CODE, failure.code().wireName())
        .text(ERROR_DETAIL, failure.detail())
        .time(FIRST_FAILURE_AT, failure.firstAt())
        .time(LAST_FAILURE_AT, failure.lastAt());
  }

  static Item usage(Usage usage) {
    return new Item()
        .number(INPUT_TOKENS, usage.inputTokens())
        .number(OUTPUT_TOKENS, usage.outputTokens())
        .number(CACHE_READ_TOKENS, usage.cacheReadTokens())
        .number(CACHE_WRITE_TOKENS, usage.cacheWriteTokens());
  }

  /** The outcome that {@code item} holds. */
  static Outcome read(StoredItem item) {
    return isAnswered(item) ? readAnswered(item) : readFailed(item);
  }

  static boolean isAnswered(StoredItem item) {
    return item.text(KIND).equals(Attribute.ANSWERED);
  }

  /** Whether it was an answer of a conversation that is deleted. */
  static boolean isErased(StoredItem item) {
    return isAnswered(item) && !item.has(REPLY);
  }

  private static Outcome readAnswered(StoredItem item) {
    return new Outcome.Answered(
        item.text(REPLY),
        item.text(MODEL),
        item.text(STOP_REASON),
        readUsage(item.map(USAGE)),
        item.count(ATTEMPTS),
        storedAt(item));
  }

  private static Outcome readFailed(StoredItem item) {
    Instant storedAt = storedAt(item);
    Failure failure =
        new Failure(
            ErrorCode.ofWireName(item.text(ERROR_CODE)),
            item.text(ERROR_DETAIL),
            item.count(ATTEMPTS),
            item.time(FIRST_FAILURE_AT).orElse(storedAt),
            item.time(LAST_FAILURE_AT).orElse(storedAt));
    return new Outcome.Failed(failure, item.text(MODEL), storedAt);
  }

  private static Usage readUsage(StoredItem usage) {
    return new Usage(
        usage.count(INPUT_TOKENS),
        usage.count(OUTPUT_TOKENS),
        usage.count(CACHE_READ_TOKENS),
        usage.count(CACHE_WRITE_TOKENS));
  }

  private static Instant storedAt(StoredItem item) {
    return item.time(STORED_AT)
        .orElseThrow(() -> new IllegalStateException("An outcome has no time"));
  }
}
