package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.TABLE;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import navigator.local.gateway.Fault.Moment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultContractTest {

  private RunningStack stack;
  private DynamoDbClient client;

  @BeforeAll
  void start() throws IOException {
    stack = new RunningStack(allow("dynamodb:*", TABLE));
    client = stack.dynamoDb(stack.worker());
  }

  @AfterAll
  void stop() {
    client.close();
    stack.close();
  }

  // A caller may have lost patience before its call came.
  @AfterEach
  void forgetFaults() {
    stack.faults.clear();
  }

  @Test
  void anErrorBeforeTheServiceLeavesNothingBehind() {
    stack.faults.add(this::puts, throttled(Moment.BEFORE_SERVICE), 1);
    assertThatThrownBy(() -> put("before"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThat(exists("before")).isFalse();
    put("before");
    assertThat(exists("before")).isTrue();
  }

  @Test
  void anErrorAfterTheServiceHidesWhatItDid() {
    stack.faults.add(this::puts, throttled(Moment.AFTER_SERVICE), 1);
    assertThatThrownBy(() -> put("after"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThat(exists("after")).isTrue();
  }

  @Test
  void aDroppedConnectionIsNoAnswer() {
    stack.faults.add(this::puts, new Fault.DroppedConnection(Moment.AFTER_SERVICE), 1);
    assertThatThrownBy(() -> put("dropped")).isInstanceOf(SdkClientException.class);
    assertThat(exists("dropped")).isTrue();
  }

  @Test
  void aDelayOutlastsTheCallersPatience() {
    stack.faults.add(this::puts, new Fault.Delay(Moment.BEFORE_SERVICE, Duration.ofSeconds(2)), 1);
    assertThatThrownBy(
            () ->
                client.putItem(
                    p ->
                        p.tableName("chats")
                            .item(item("late"))
                            .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(300)))))
        .hasMessageContaining("timeout");
  }

  @Test
  void aFaultHitsAsManyCallsAsItSays() {
    stack.faults.add(this::puts, throttled(Moment.BEFORE_SERVICE), 2);
    assertThatThrownBy(() -> put("n")).isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThatThrownBy(() -> put("n")).isInstanceOf(ProvisionedThroughputExceededException.class);
    put("n");
    assertThat(stack.faults.isSpent()).isTrue();
  }

  private boolean puts(Access access) {
    return access.by("worker") && access.operation().equals("PutItem");
  }

  private static Fault throttled(Moment moment) {
    return new Fault.ErrorReply(
        moment, 400, "ProvisionedThroughputExceededException", "Too many requests");
  }

  private void put(String id) {
    client.putItem(p -> p.tableName("chats").item(item(id)));
  }

  private boolean exists(String id) {
    return client.getItem(g -> g.tableName("chats").key(item(id)).consistentRead(true)).hasItem();
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("PK", AttributeValue.fromS(id), "SK", AttributeValue.fromS("s"));
  }
}
