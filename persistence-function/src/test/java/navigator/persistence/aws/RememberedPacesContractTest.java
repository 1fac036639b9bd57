package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.testing.ScriptedHttp;
import navigator.contracts.testing.TestTable;
import navigator.persistence.VirtualClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RememberedPacesContractTest {

  private static final Key QUOTA = Keys.quota("us-west-2", "sonnet");

  private final TestTable table = TestTable.create();
  private final VirtualClock clock = new VirtualClock();

  @Test
  void thePaceIsReadOnceASecondAtMost() {
    RememberedPaces paces = new RememberedPaces(table.client(), table.name(), QUOTA, clock);
    assertThat(paces.now()).isEmpty();
    put(40);
    assertThat(paces.now()).isEmpty();
    clock.advance(Duration.ofMillis(1_001));
    assertThat(paces.now().orElseThrow().calls()).isEqualTo(40);
    put(41);
    assertThat(paces.now().orElseThrow().calls()).isEqualTo(40);
  }

  @Test
  void aTableThatIsAwayTellsNothing() {
    for (String error : new String[] {"ThrottlingException", "AccessDeniedException"}) {
      try (ScriptedHttp dynamo = ScriptedHttp.start(ScriptedHttp.Answer.error(400, error))) {
        DynamoDbClient client =
            Clients.dynamo(
                DynamoDbClient.builder()
                    .endpointOverride(dynamo.url())
                    .region(Region.US_WEST_2)
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("test", "test"))));
        assertThat(new RememberedPaces(client, "table", QUOTA, clock).now()).isEmpty();
      }
    }
  }

  private void put(long calls) {
    table.set(QUOTA, QuotaAttribute.CALLS, AttributeValue.fromN("" + calls));
    table.set(QUOTA, QuotaAttribute.SLOT, AttributeValue.fromN("1000000"));
    long tat = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    table.set(QUOTA, QuotaAttribute.TAT, AttributeValue.fromN("" + tat));
  }
}
