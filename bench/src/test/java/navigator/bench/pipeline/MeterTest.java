package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import navigator.bench.pipeline.Calls.Kind;
import navigator.bench.pipeline.Calls.Use;
import navigator.local.gateway.AwsService;
import navigator.local.iam.Policy;
import navigator.local.iam.Principal;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

class MeterTest {

  private static final String ID = "0c1d5a52-5b7a-4c0e-9d6b-1f2e3d4c5b6a";
  private static final String WRITER = Way.OUTCOME.function();

  private final Meter meter = new Meter();

  @Test
  void asksTheTableForItsUnitsAndCountsThem() throws Exception {
    send(
        WRITER,
        "TransactWriteItems",
        "{}",
        """
        {"ConsumedCapacity": [{"CapacityUnits": 6.0, "Table": {"CapacityUnits": 4.0}},
                              {"CapacityUnits": 2.0}]}\
        """);
    send(WRITER, "GetItem", "{}", "{\"ConsumedCapacity\": {\"CapacityUnits\": 0.5}}");

    assertThat(meter.calls().uses())
        .containsEntry(table(WRITER, "TransactWriteItems"), new Use(1, 0, 8))
        .containsEntry(table(WRITER, "GetItem"), new Use(1, 0.5, 0));
  }

  @Test
  void aRefusedWriteTakesAUnit() throws Exception {
    meter
        .before(AwsService.DYNAMODB, (_, _, _) -> Reply.json(400, "{}"))
        .send(call("{}"), "PutItem", principal(WRITER));

    assertThat(meter.calls().sum()).isEqualTo(new Use(1, 0, 1));
  }

  @Test
  void receivesThatFindNothingAreCountedApart() throws Exception {
    receive("{}");
    receive("{\"Messages\": [{\"ReceiptHandle\": \"x\"}]}");

    assertThat(meter.calls().uses().keySet())
        .extracting(Kind::action)
        .containsExactlyInAnyOrder(Calls.EMPTY_RECEIVE, "ReceiveMessage");
  }

  @Test
  void aRequestIsCompletedByTheTransactionOfTheWriterOfOutcomesAlone() throws Exception {
    String body = "{\"PK\": {\"S\": \"REQUEST#%s\"}}".formatted(ID);

    send(Way.INFERENCE.function(), "TransactWriteItems", body, "{}");
    send(WRITER, "GetItem", body, "{}");
    assertThat(meter.completion(ID)).isNotDone();

    send(WRITER, "TransactWriteItems", body, "{}");
    assertThat(meter.completion(ID)).isDone();
  }

  @Test
  void linesAreCountedInBytesWithWhatCloudWatchAdds() {
    meter.line(WRITER, "é");
    meter.line("learning-navigator-overdue", "not on the way");

    assertThat(meter.logBytes()).isEqualTo(28);
  }

  private void send(String function, String operation, String body, String answer)
      throws IOException, InterruptedException {
    meter
        .before(
            AwsService.DYNAMODB,
            (call, _, _) -> {
              assertThat(call.body().text()).contains("\"ReturnConsumedCapacity\":\"INDEXES\"");
              return Reply.json(200, answer);
            })
        .send(call(body), operation, principal(function));
  }

  private void receive(String answer) throws IOException, InterruptedException {
    meter
        .before(AwsService.SQS, (_, _, _) -> Reply.json(200, answer))
        .send(call("{}"), "ReceiveMessage", principal(Way.INFERENCE.function()));
  }

  private static Kind table(String function, String action) {
    return new Kind(function, AwsService.DYNAMODB, action);
  }

  private static Principal principal(String function) {
    return new Principal("role", "arn", Optional.of(function), new Policy(List.of()));
  }

  private static Call call(String body) {
    return new Call("POST", "/", "", HttpFields.EMPTY, Body.of(body), "HTTP/1.1", "127.0.0.1");
  }
}
