package navigator.local.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.local.Credentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table as an operator reads it, through the gateway. */
final class StoredItems implements AutoCloseable {

  private final DynamoDbClient dynamoDb;
  private final String table;

  StoredItems(URI gateway, String region, Credentials operator, String table) {
    var credentials =
        AwsSessionCredentials.create(
            operator.accessKeyId(), operator.secretAccessKey(), operator.sessionToken());
    this.dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(gateway)
            .region(Region.of(region))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build();
    this.table = table;
  }

  /** Sort keys of all that is stored about a request. */
  List<String> ofRequest(RequestId request) {
    return sortKeys(Keys.request(request).partition());
  }

  /** Sort keys of a conversation's messages. */
  List<String> messages(ConversationId conversation) {
    return sortKeys(Keys.conversation(conversation).partition()).stream()
        .filter(key -> key.startsWith(Keys.messagePrefix()))
        .toList();
  }

  private List<String> sortKeys(String partition) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression(Attribute.PK + " = :partition")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition)))
                    .consistentRead(true))
        .items()
        .stream()
        .flatMap(item -> Stream.ofNullable(item.get(Attribute.SK)))
        .map(AttributeValue::s)
        .toList();
  }

  @Override
  public void close() {
    dynamoDb.close();
  }
}
