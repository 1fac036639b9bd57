package navigator.inference.aws;

import java.time.Instant;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.table.Attribute;
import navigator.inference.Progress;
import navigator.inference.RequestFacts;

/** How a request lies in the table, as far as the worker reads it. */
record RequestItem(StoredItem item) {

  RequestFacts facts() {
    return new RequestFacts(
        new RequestId(item.text(Attribute.REQUEST_ID)),
        new ConversationId(item.text(Attribute.CONVERSATION_ID)),
        item.text(Attribute.USER_ID),
        Role.ofWireName(item.text(Attribute.ROLE)),
        Turn.parse(item.text(Attribute.TURN)),
        generation(),
        new Traceparent(item.text(Attribute.TRACEPARENT)));
  }

  int generation() {
    return item.count(Attribute.GENERATION);
  }

  Status status() {
    return Status.ofWireName(item.text(Attribute.STATUS));
  }

  /** Whether its conversation is deleted: no copy of its text may be made any more. */
  boolean erased() {
    return item.has(Attribute.ERASED_AT);
  }

  boolean pending() {
    return item.has(Attribute.PENDING_INDEX_PK);
  }

  int crashes() {
    return item.count(Attribute.CRASHES);
  }

  Optional<Integer> outcomeGeneration() {
    return item.number(Attribute.OUTCOME_GENERATION);
  }

  Optional<String> leaseOwner() {
    return item.optionalText(Attribute.LEASE_OWNER);
  }

  Optional<Instant> leaseUntil() {
    return item.time(Attribute.LEASE_UNTIL);
  }

  Progress progress() {
    return new Progress(
        item.count(Attribute.ATTEMPTS),
        item.time(Attribute.FIRST_FAILURE_AT).orElse(null),
        item.time(Attribute.LAST_FAILURE_AT).orElse(null),
        item.optionalText(Attribute.LAST_FAULT).map(ErrorCode::ofWireName).orElse(null));
  }
}
