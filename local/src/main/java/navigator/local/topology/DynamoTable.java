package navigator.local.topology;

import java.util.List;
import java.util.Optional;

/**
 * A table with string keys, {@code AWS::DynamoDB::GlobalTable} with one replica.
 *
 * @param sortKey empty for tables with a partition key alone
 * @param timeToLive the attribute that holds an item's expiry in epoch seconds
 */
public record DynamoTable(
    String name,
    String arn,
    String partitionKey,
    Optional<String> sortKey,
    List<Index> indexes,
    Optional<String> timeToLive) {

  public DynamoTable {
    indexes = List.copyOf(indexes);
  }

  /**
   * A global secondary index.
   *
   * @param projectionType {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param nonKeyAttributes with {@code INCLUDE}: what is projected beside the keys
   */
  public record Index(
      String name,
      String partitionKey,
      String sortKey,
      String projectionType,
      List<String> nonKeyAttributes) {

    public Index {
      nonKeyAttributes = List.copyOf(nonKeyAttributes);
    }
  }
}
