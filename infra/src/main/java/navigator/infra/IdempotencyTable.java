package navigator.infra;

import navigator.contracts.table.IdempotencyAttribute;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** The records of what was submitted with an idempotency key, for a day each. */
final class IdempotencyTable extends Construct {

  private final TableV2 table;

  IdempotencyTable(Construct scope, Stage stage) {
    super(scope, "IdempotencyTable");
    Attribute id =
        Attribute.builder().name(IdempotencyAttribute.ID).type(AttributeType.STRING).build();
    table =
        DataTable.builder(this, "learning-navigator-idempotency", stage)
            .partitionKey(id)
            .timeToLiveAttribute(IdempotencyAttribute.EXPIRATION)
            .build();
  }

  String name() {
    return table.getTableName();
  }

  String arn() {
    return table.getTableArn();
  }
}
