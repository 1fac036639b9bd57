package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ACTOR;
import static navigator.contracts.table.Attribute.ANSWERED;
import static navigator.contracts.table.Attribute.CANARY;
import static navigator.contracts.table.Attribute.CANCELLED_AT;
import static navigator.contracts.table.Attribute.CREATED_AT;
import static navigator.contracts.table.Attribute.DEADLINE_SECONDS;
import static navigator.contracts.table.Attribute.ENDED_AT;
import static navigator.contracts.table.Attribute.FAILED;
import static navigator.contracts.table.Attribute.MATCHED;
import static navigator.contracts.table.Attribute.MATCHED_UP_TO;
import static navigator.contracts.table.Attribute.MAXIMUM;
import static navigator.contracts.table.Attribute.NAME;
import static navigator.contracts.table.Attribute.NEXT_SEND_AT;
import static navigator.contracts.table.Attribute.OUTSTANDING;
import static navigator.contracts.table.Attribute.RATE;
import static navigator.contracts.table.Attribute.REASON;
import static navigator.contracts.table.Attribute.RECENT;
import static navigator.contracts.table.Attribute.REQUEST_IDS;
import static navigator.contracts.table.Attribute.SELECTION;
import static navigator.contracts.table.Attribute.SENT;
import static navigator.contracts.table.Attribute.SENT_UP_TO;
import static navigator.contracts.table.Attribute.SETTLED_UP_TO;
import static navigator.contracts.table.Attribute.SKIPPED;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.STOP;
import static navigator.contracts.table.Attribute.STOP_SHARE;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.LetterFilter;
import navigator.ops.replay.Checkpoint;
import navigator.ops.replay.RecentEnds;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a replay lies in the table. */
final class ReplayItem {

  /** How long a replay is kept with its entries. */
  static final Duration KEPT = Duration.ofDays(365);

  private ReplayItem() {}

  /** A replay that has not begun. */
  static Map<String, AttributeValue> started(Replay replay) {
    ReplayOrder order = replay.order();
    ReplayTerms terms = order.terms();
    Item item =
        Item.at(Keys.replay(replay.name()))
            .inPendingIndex(Keys.replayOfState(replay.state(), replay.name(), replay.createdAt()))
            .text(NAME, replay.name())
            .text(ACTOR, order.actor())
            .text(REASON, order.reason())
            .number(RATE, terms.rate())
            .number(MAXIMUM, terms.maximum())
            .number(CANARY, terms.canary())
            .decimal(STOP_SHARE, terms.stopShare())
            .number(DEADLINE_SECONDS, terms.deadline().toSeconds())
            .text(STATE, replay.state().wireName())
            .time(CREATED_AT, replay.createdAt())
            .time(UPDATED_AT, replay.updatedAt())
            .text(RECENT, replay.checkpoint().recent().letters())
            .number(MATCHED, 0)
            .number(SENT, 0)
            .number(OUTSTANDING, 0)
            .number(ANSWERED, 0)
            .number(FAILED, 0)
            .number(SKIPPED, 0)
            .expiresAt(replay.createdAt().plus(KEPT));
    return switch (order.selection()) {
      case Selection.Filtered filtered -> item.texts(SELECTION, filtered.described()).attributes();
      case Selection.Listed listed ->
          item.list(REQUEST_IDS, listed.ids().stream().map(RequestId::value).toList()).attributes();
    };
  }

  static Replay read(Row row) {
    return new Replay(
        new ReplayOrder(
            row.text(NAME), row.text(ACTOR), row.text(REASON), selection(row), terms(row)),
        row.time(CREATED_AT),
        state(row),
        row.namedOrNull(STOP, ReplayStop::ofWireName),
        counts(row),
        checkpoint(row),
        row.timeOrNull(CANCELLED_AT),
        row.timeOrNull(ENDED_AT),
        row.time(UPDATED_AT));
  }

  static ReplayState state(Row row) {
    return row.named(STATE, ReplayState::ofWireName);
  }

  private static Selection selection(Row row) {
    return row.has(REQUEST_IDS)
        ? new Selection.Listed(row.list(REQUEST_IDS).stream().map(RequestId::new).toList())
        : new Selection.Filtered(LetterFilter.of(row.texts(SELECTION)));
  }

  private static ReplayTerms terms(Row row) {
    return new ReplayTerms(
        row.integer(RATE),
        row.integer(MAXIMUM),
        row.integer(CANARY),
        row.decimal(STOP_SHARE),
        Duration.ofSeconds(row.integer(DEADLINE_SECONDS)));
  }

  private static ReplayCounts counts(Row row) {
    return new ReplayCounts(
        row.number(MATCHED),
        row.number(SENT),
        row.number(OUTSTANDING),
        row.number(ANSWERED),
        row.number(FAILED),
        row.number(SKIPPED));
  }

  private static Checkpoint checkpoint(Row row) {
    return new Checkpoint(
        row.textOrNull(MATCHED_UP_TO),
        row.textOrNull(SENT_UP_TO),
        row.textOrNull(SETTLED_UP_TO),
        row.timeOrNull(NEXT_SEND_AT),
        new RecentEnds(row.text(RECENT)));
  }
}
