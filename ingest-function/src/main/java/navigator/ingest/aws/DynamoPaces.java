package navigator.ingest.aws;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.table.Key;
import navigator.contracts.table.QuotaPace;
import navigator.ingest.load.Paces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The pace on the item of the model's quota. Safe for use by many threads. */
final class DynamoPaces implements Paces {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoPaces.class);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Key item;
  private final InstantSource clock;

  DynamoPaces(DynamoDbClient dynamo, String table, Key item, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.item = item;
    this.clock = clock;
  }

  @Override
  public Optional<QuotaPace> now() {
    try {
      Map<String, AttributeValue> found =
          dynamo
              .getItem(
                  get ->
                      get.tableName(table)
                          .key(Item.key(item))
                          .overrideConfiguration(Clients.BRIEFLY))
              .item();
      return QuotaPace.of(name -> number(found.get(name)), clock.instant());
    } catch (SdkException e) {
      // Whatever it is: what is not known is no reason to refuse anybody.
      LOG.atWarn().setCause(e).log("pace.unknown");
      return Optional.empty();
    }
  }

  private static long number(@Nullable AttributeValue value) {
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }
}
