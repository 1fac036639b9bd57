package navigator.ops.aws;

import static navigator.contracts.table.Attribute.LEASE_OWNER;
import static navigator.contracts.table.Attribute.LEASE_UNTIL;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;

import java.time.Instant;
import java.util.Optional;
import navigator.contracts.table.Keys;
import navigator.ops.replay.LeaseVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayLeases;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Leases on replays, kept on their items. Safe for use by many threads. */
final class DynamoReplayLeases implements ReplayLeases {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoReplayLeases(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public LeaseVerdict take(String name, String owner, Instant now, Instant until) {
    UpdateExpression update =
        leased(owner, until)
            .onlyIf(
                PENDING_INDEX_PK,
                "=",
                ":active",
                AttributeValue.fromS(Keys.replaysPartition(false)))
            .onlyIfFree(LEASE_OWNER, owner, LEASE_UNTIL, now);
    try {
      dynamo.updateItem(update.alone(table, Keys.replay(name)));
      return new LeaseVerdict.Taken();
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() ? refused(new Row(e.item())) : new LeaseVerdict.Unknown();
    }
  }

  @Override
  public Optional<Replay> renew(String name, String owner, Instant until) {
    UpdateExpression update =
        leased(owner, until).onlyIf(LEASE_OWNER, "=", ":owner", AttributeValue.fromS(owner));
    return changed(update.alone(table, Keys.replay(name)));
  }

  @Override
  public Optional<Replay> look(String name, String owner) {
    var found =
        dynamo.getItem(
            get -> get.tableName(table).key(Item.key(Keys.replay(name))).consistentRead(true));
    return Optional.of(found)
        .filter(response -> response.hasItem())
        .map(response -> new Row(response.item()))
        .filter(row -> owner.equals(row.textOrNull(LEASE_OWNER)) || ReplayItem.state(row).isEnded())
        .map(ReplayItem::read);
  }

  @Override
  public void release(String name, String owner) {
    UpdateExpression update =
        new UpdateExpression()
            .remove(LEASE_OWNER, LEASE_UNTIL)
            .onlyIf(LEASE_OWNER, "=", ":owner", AttributeValue.fromS(owner));
    changed(update.alone(table, Keys.replay(name)));
  }

  private static UpdateExpression leased(String owner, Instant until) {
    return new UpdateExpression().set(LEASE_OWNER, owner).set(LEASE_UNTIL, until);
  }

  private Optional<Replay> changed(UpdateItemRequest update) {
    try {
      return Optional.of(ReplayItem.read(new Row(dynamo.updateItem(update).attributes())));
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  private static LeaseVerdict refused(Row row) {
    return ReplayItem.state(row).isEnded()
        ? new LeaseVerdict.Ended()
        : new LeaseVerdict.Busy(row.time(LEASE_UNTIL));
  }
}
