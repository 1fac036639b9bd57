package navigator.local.template;

import java.util.List;
import java.util.Optional;
import navigator.local.topology.DynamoTable;

/**
 * Reads {@code AWS::DynamoDB::GlobalTable} with string keys and one replica.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">The
 *     type's reference</a>
 */
final class Tables {

  private Tables() {}

  static List<DynamoTable> read(Stack stack) {
    return stack.each(EmulatedType.TABLE, (resource, p) -> table(stack, resource, p));
  }

  private static DynamoTable table(Stack stack, Resource resource, Properties p) {
    p.only("BillingMode", "PAY_PER_REQUEST")
        .withoutEffect("items do not leave the machine", "SSESpecification");
    p.optionalText("TableName");
    p.objects("AttributeDefinitions").forEach(Tables::onlyStrings);
    replica(stack, p);
    var keys = keys(p);
    return new DynamoTable(
        stack.resolver().ref(resource),
        stack.arn(resource),
        keys.partitionKey(),
        keys.sortKey(),
        p.objects("GlobalSecondaryIndexes").stream().map(Tables::index).toList(),
        timeToLive(p));
  }

  private static void onlyStrings(Properties attribute) {
    attribute.text("AttributeName");
    attribute.only("AttributeType", "S");
  }

  private static void replica(Stack stack, Properties p) {
    var replicas = p.objects("Replicas");
    if (replicas.size() != 1) {
      p.refuse("the table has " + replicas.size() + " replicas, and only one is emulated");
    }
    replicas.forEach(
        replica -> {
          replica
              .only("Region", stack.resolver().value(new Expression.Ref("AWS::Region")).asText())
              .withoutEffect("a table is deleted with its process", "DeletionProtectionEnabled")
              .withoutEffect("there is nothing to go back to", "PointInTimeRecoverySpecification")
              .withoutEffect("nobody is billed", "Tags");
          replica.objects("GlobalSecondaryIndexes").forEach(index -> index.text("IndexName"));
        });
  }

  private record Keys(String partitionKey, Optional<String> sortKey) {}

  private static Keys keys(Properties p) {
    var keys = p.objects("KeySchema");
    return new Keys(key(keys, "HASH").orElse(""), key(keys, "RANGE"));
  }

  private static Optional<String> key(List<Properties> keys, String type) {
    return keys.stream()
        .filter(key -> key.text("KeyType").equals(type))
        .map(key -> key.text("AttributeName"))
        .findFirst();
  }

  private static DynamoTable.Index index(Properties p) {
    var keys = keys(p);
    var projection = p.object("Projection");
    if (keys.sortKey().isEmpty()) {
      p.refuse("an index without a sort key is not emulated");
    }
    return new DynamoTable.Index(
        p.text("IndexName"),
        keys.partitionKey(),
        keys.sortKey().orElse(""),
        projection.text("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static Optional<String> timeToLive(Properties p) {
    var specification = p.object("TimeToLiveSpecification");
    var attribute = specification.optionalText("AttributeName");
    return specification.flag("Enabled") ? attribute : Optional.empty();
  }
}
