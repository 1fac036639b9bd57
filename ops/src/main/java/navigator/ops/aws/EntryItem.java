package navigator.ops.aws;

import static navigator.contracts.table.Attribute.FAILED_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.SKIP;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.SkipReason;
import navigator.ops.replay.Entry;
import navigator.ops.replay.Replay;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an entry of a replay lies in the table. */
final class EntryItem {

  private EntryItem() {}

  static Map<String, AttributeValue> of(Replay replay, Entry entry, Instant now) {
    return Item.at(Keys.replayEntry(replay.name(), entry.id(), entry.failedAt()))
        .text(REQUEST_ID, entry.id().value())
        .time(FAILED_AT, entry.failedAt())
        .number(GENERATION, entry.generation())
        .text(STATE, entry.state().wireName())
        .time(UPDATED_AT, now)
        .expiresAt(replay.createdAt().plus(ReplayItem.KEPT))
        .attributes();
  }

  /** The entry's move from a state to what it is now. */
  static UpdateExpression moved(EntryState from, Entry now, Instant at) {
    UpdateExpression update =
        new UpdateExpression()
            .set(STATE, now.state().wireName())
            .set(UPDATED_AT, at)
            .onlyIf(STATE, "=", ":from", AttributeValue.fromS(from.wireName()));
    SkipReason skipped = now.skipped();
    return skipped == null ? update : update.set(SKIP, skipped.wireName());
  }

  static Entry read(Row row) {
    return new Entry(
        new RequestId(row.text(REQUEST_ID)),
        row.time(FAILED_AT),
        row.integer(GENERATION),
        row.named(STATE, EntryState::ofWireName),
        row.namedOrNull(SKIP, SkipReason::ofWireName));
  }
}
