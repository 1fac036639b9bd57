package navigator.inference.aws;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.inference.FindSuspects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The requests that have a crash on record, by one read. Safe for use by many threads. */
public final class Suspects implements FindSuspects {

  private static final List<String> READ =
      List.of(Attribute.REQUEST_ID, Attribute.CRASHES, Attribute.LEASE_OWNER);

  private final BatchReads reads;

  public Suspects(DynamoDbClient dynamo, String table) {
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Set<RequestId> among(Collection<RequestId> ids) {
    return reads.get(ids.stream().map(Keys::request).toList(), READ).stream()
        .filter(item -> item.count(Attribute.CRASHES) > 0 || item.has(Attribute.LEASE_OWNER))
        .map(item -> new RequestId(item.text(Attribute.REQUEST_ID)))
        .collect(Collectors.toSet());
  }
}
