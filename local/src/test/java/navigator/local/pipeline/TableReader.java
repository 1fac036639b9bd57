package navigator.local.pipeline;

import java.util.HashMap;
import java.util.Map;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.local.Credentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the table as the operator does: through the gateway, with the printed credentials. */
final class TableReader {

  private final Pipeline pipeline;

  TableReader(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** The texts of an item's attributes; empty for what is not text. */
  Map<String, String> texts(Key key) {
    Map<String, String> texts = new HashMap<>();
    item(key).forEach((name, value) -> texts.put(name, value.s() == null ? "" : value.s()));
    return texts;
  }

  private Map<String, AttributeValue> item(Key key) {
    try (var client = client()) {
      return client
          .getItem(
              get ->
                  get.tableName(pipeline.stack().topology().tables().getFirst().name())
                      .consistentRead(true)
                      .key(
                          Map.of(
                              Attribute.PK, AttributeValue.fromS(key.partition()),
                              Attribute.SK, AttributeValue.fromS(key.sort()))))
          .item();
    }
  }

  private DynamoDbClient client() {
    Credentials who = pipeline.stack().operator();
    return DynamoDbClient.builder()
        .endpointOverride(pipeline.stack().gatewayUrl())
        .region(Region.of(pipeline.stack().topology().region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    who.accessKeyId(), who.secretAccessKey(), who.sessionToken())))
        .build();
  }
}
