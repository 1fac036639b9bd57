package navigator.inference.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.inference.Delivery;
import navigator.inference.StoreUnreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The records of messages that name no request. Safe for use by many threads. */
public final class UnreadableLetters implements StoreUnreadable {

  private static final int PREFIX_CHARACTERS = 1_000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Duration retention;
  private final InstantSource clock;

  public UnreadableLetters(
      DynamoDbClient dynamo, String table, Duration retention, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public void store(Delivery delivery) {
    Instant now = clock.instant();
    Key index = Keys.unreadableOfState(DeadLetterState.PARKED, delivery.messageId(), now);
    Item item =
        Item.at(Keys.unreadable(delivery.messageId()))
            .text(Attribute.PENDING_INDEX_PK, index.partition())
            .text(Attribute.PENDING_INDEX_SK, index.sort())
            .text(Attribute.STATE, DeadLetterState.PARKED.wireName())
            .text(Attribute.BODY_PREFIX, prefix(delivery.body()))
            .text(Attribute.BODY_SHA256, sha256(delivery.body()))
            .time(Attribute.FAILED_AT, now)
            .expiresAt(now.plus(retention));
    dynamo.putItem(put -> put.tableName(table).item(item.attributes()));
  }

  private static String prefix(String body) {
    return body.substring(0, Math.min(body.length(), PREFIX_CHARACTERS));
  }

  private static String sha256(String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
