package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class SqsReplayQueueTest {

  private static final Instant ACCEPTED = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void noBatchIsLargerThanAQueueTakes() {
    // Six bytes each in JSON.
    List<ChatRequest> requests =
        Stream.generate(() -> request("\u0001".repeat(32_000))).limit(10).toList();

    List<List<SendMessageBatchRequestEntry>> batches = SqsReplayQueue.batches(requests);

    assertThat(batches).allSatisfy(batch -> assertThat(bytes(batch)).isLessThan(262_144));
    assertThat(batches.stream().flatMap(List::stream).map(SendMessageBatchRequestEntry::id))
        .containsExactlyElementsOf(
            requests.stream().map(each -> each.requestId().value()).toList());
  }

  @Test
  void whatIsSmallGoesTogether() {
    List<ChatRequest> requests = Stream.generate(() -> request("Short?")).limit(10).toList();

    assertThat(SqsReplayQueue.batches(requests)).hasSize(1);
  }

  private static long bytes(List<SendMessageBatchRequestEntry> batch) {
    return batch.stream()
        .mapToLong(entry -> entry.messageBody().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static ChatRequest request(String message) {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        RequestId.random(),
        ConversationId.random(),
        "ann",
        Role.STAFF,
        message,
        new Turn(ACCEPTED),
        ACCEPTED,
        ACCEPTED.plusSeconds(900),
        1,
        Traceparent.ofHeader(null));
  }
}
