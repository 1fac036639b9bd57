package navigator.persistence.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.table.Key;
import navigator.contracts.table.QuotaPace;
import navigator.persistence.EstimateWait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pace on the item of the model's quota, looked up once a second at most. Safe for use by many
 * threads.
 */
final class RememberedPaces implements EstimateWait.Paces {

  private static final Logger LOG = LoggerFactory.getLogger(RememberedPaces.class);

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** The status itself is there already, with a client waiting. */
  private static final AwsRequestOverrideConfiguration BRIEFLY =
      AwsRequestOverrideConfiguration.builder()
          .apiCallAttemptTimeout(Duration.ofMillis(500))
          .apiCallTimeout(Duration.ofSeconds(1))
          .build();

  private final DynamoDbClient dynamo;
  private final String table;
  private final Key item;
  private final InstantSource clock;
  private @Nullable Sight sight;

  private record Sight(Instant at, Optional<QuotaPace> pace) {}

  RememberedPaces(DynamoDbClient dynamo, String table, Key item, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.item = item;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<QuotaPace> now() {
    Instant now = clock.instant();
    Sight seen = sight;
    if (seen == null || now.isAfter(seen.at().plus(FRESH)) || now.isBefore(seen.at())) {
      seen = new Sight(now, look(now));
      sight = seen;
    }
    return seen.pace();
  }

  private Optional<QuotaPace> look(Instant now) {
    try {
      Map<String, AttributeValue> found =
          dynamo
              .getItem(
                  get -> get.tableName(table).key(Item.key(item)).overrideConfiguration(BRIEFLY))
              .item();
      return QuotaPace.of(name -> number(found.get(name)), now);
    } catch (SdkException e) {
      // Whatever it is: a status is worth having without an estimate.
      LOG.atWarn().setCause(e).log("pace.unknown");
      return Optional.empty();
    }
  }

  private static long number(@Nullable AttributeValue value) {
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }
}
