package navigator.infra;

import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** What all tables have in common: paid by use, recoverable, and protected as their stage asks. */
final class DataTable {

  private DataTable() {}

  static TableV2.Builder builder(Construct scope, String name, Stage stage) {
    return TableV2.Builder.create(scope, "Table")
        .tableName(name)
        .billing(Billing.onDemand())
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
        .deletionProtection(stage.protectsData())
        .removalPolicy(stage.removalPolicy());
  }
}
