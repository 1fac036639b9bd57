package navigator.ops.aws;

import navigator.ops.AuditTrail;
import navigator.ops.LetterIndex;
import navigator.ops.LetterReader;
import navigator.ops.LetterWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The single table as operators see it, connected. Safe for use by many threads. */
public final class OpsTable {

  private final DynamoDbClient dynamo;
  private final String name;

  OpsTable(DynamoDbClient dynamo, String name) {
    this.dynamo = dynamo;
    this.name = name;
  }

  /** The table of that name, with the credentials, region and endpoint of the platform. */
  public static OpsTable connect(String name) {
    return new OpsTable(Clients.dynamo(), name);
  }

  public LetterIndex letterIndex() {
    return new DynamoLetterIndex(dynamo, name);
  }

  public LetterReader letters() {
    return new DynamoLetters(dynamo, name);
  }

  public LetterWriter letterWriter() {
    return new DynamoLetterWriter(dynamo, name);
  }

  public AuditTrail audit() {
    return new DynamoAuditTrail(dynamo, name);
  }
}
