package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import navigator.contracts.table.Attribute;
import org.junit.jupiter.api.Test;

class DataProtectionTest {

  private static final SynthesizedTemplate PROD =
      SynthesizedStack.of(StackSettings.prod()).template();
  private static final SynthesizedTemplate DEV =
      SynthesizedStack.of(StackSettings.defaults()).template();

  private static final List<String> WITH_DATA =
      List.of("AWS::DynamoDB::GlobalTable", "AWS::Cognito::UserPool", "AWS::Logs::LogGroup");

  /** Two tables, the user pool, and the access log; each function has a log of its own. */
  private static final int BESIDE_THE_FUNCTIONS_LOGS = 4;

  @Test
  void whatUsersEnteredOutlivesTheStack() {
    int functions = PROD.resources("AWS::Lambda::Function").size();
    assertThat(WITH_DATA)
        .flatMap(type -> PROD.resources(type).values())
        .hasSize(BESIDE_THE_FUNCTIONS_LOGS + functions)
        .allSatisfy(
            resource -> {
              assertThat(resource.get("DeletionPolicy").asText()).isEqualTo("Retain");
              assertThat(resource.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            });
  }

  @Test
  void whatWaitsOrFailedOutlivesTheStackToo() {
    assertThat(PROD.resources("AWS::SQS::Queue").values())
        .isNotEmpty()
        .allMatch(queue -> queue.get("DeletionPolicy").asText().equals("Retain"));
  }

  @Test
  void noDeploymentOfOneStageIsAnUpdateOfAnothers() {
    assertThat(Stage.values()).extracting(Stage::stackName).doesNotHaveDuplicates();
  }

  @Test
  void tableAndUsersAreProtectedFromDeletion() {
    assertThat(table(PROD).at("/Replicas/0/DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(pool(PROD).get("DeletionProtection").asText()).isEqualTo("ACTIVE");
    assertThat(pool(PROD).get("MfaConfiguration").asText()).isEqualTo("ON");
  }

  @Test
  void whatDevelopersTriedIsDeletedWithTheStack() {
    assertThat(WITH_DATA)
        .flatMap(type -> DEV.resources(type).values())
        .allMatch(resource -> resource.get("DeletionPolicy").asText().equals("Delete"));
  }

  @Test
  void theTableCanBeRestoredAndForgets() {
    assertThat(List.of(DEV, PROD))
        .extracting(DataProtectionTest::table)
        .allSatisfy(
            table -> {
              assertThat(
                      table
                          .at("/Replicas/0/PointInTimeRecoverySpecification")
                          .path("PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .isTrue();
              assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText())
                  .isEqualTo(Attribute.EXPIRES_AT);
              assertThat(table.get("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
            });
  }

  @Test
  void noTextIsInAnIndex() {
    assertThat(table(PROD).get("GlobalSecondaryIndexes"))
        .hasSize(2)
        .allSatisfy(
            index -> {
              assertThat(index.at("/Projection/ProjectionType").asText()).isEqualTo("INCLUDE");
              assertThat(index.at("/Projection/NonKeyAttributes"))
                  .map(JsonNode::asText)
                  .isEqualTo(Attribute.INDEXED)
                  .doesNotContain(Attribute.MESSAGE, Attribute.REPLY, Attribute.ORIGINAL);
            });
  }

  private static JsonNode table(SynthesizedTemplate template) {
    return template.properties("AWS::DynamoDB::GlobalTable").findFirst().orElseThrow();
  }

  private static JsonNode pool(SynthesizedTemplate template) {
    return template.properties("AWS::Cognito::UserPool").findFirst().orElseThrow();
  }
}
