package navigator.bench.stack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import navigator.contracts.table.Attribute;
import navigator.local.stack.LocalStack;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What times are compared with: one transaction of three items, through a stack's own gateway. */
public final class Yardstick implements AutoCloseable {

  private static final String TEXT = "x".repeat(200);

  private final String table;
  private final DynamoDbClient dynamo;

  /** A yardstick of a stack. */
  public Yardstick(LocalStack stack) {
    var who = stack.runtime();
    table = stack.topology().tables().getFirst().name();
    dynamo =
        DynamoDbClient.builder()
            .endpointOverride(stack.gatewayUrl())
            .region(Region.of(stack.topology().region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(
                        who.accessKeyId(), who.secretAccessKey(), who.sessionToken())))
            .build();
  }

  /**
   * Makes the transaction.
   *
   * @return how long it took, in milliseconds
   */
  public double milliseconds() throws InterruptedException {
    String partition = "BENCHMARK#" + UUID.randomUUID();
    List<TransactWriteItem> items =
        List.of(put(partition, 1), put(partition, 2), put(partition, 3));
    long start = System.nanoTime();
    try {
      dynamo.transactWriteItems(write -> write.transactItems(items));
    } catch (AbortedException e) {
      // The SDK's word for an interrupt, which it has put back.
      Thread.interrupted();
      throw new InterruptedException();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private TransactWriteItem put(String partition, int number) {
    Map<String, AttributeValue> item =
        Map.of(
            Attribute.PK,
            AttributeValue.fromS(partition),
            Attribute.SK,
            AttributeValue.fromS("ITEM#" + number),
            "text",
            AttributeValue.fromS(TEXT));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
