package navigator.bench.throttling;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.load.Question;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.inference.SystemPrompts;

/** The requests of a load as the queue has them, each in a conversation of its own. */
record Chats(Pace pace, Instant zero) {

  static final Role ROLE = Role.INSTRUCTOR;

  /** Further away than any run lasts: an approach that is slow is to be seen as slow. */
  private static final double DEADLINE_SECONDS = 86_400;

  /** The tokens of the instructions that the worker puts before each question. */
  static int instructions() {
    return Question.tokens(new SystemPrompts().of(ROLE));
  }

  /** What is asked in each. */
  static String text(Offered offered) {
    return Question.of(offered, instructions());
  }

  List<ChatRequest> of(List<Offered> load) {
    return load.stream().map(each -> request("request-" + each.number(), each)).toList();
  }

  /** Requests that are in no table. */
  List<ChatRequest> strangers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> request("stranger-" + i, new Offered(i, 0, "nobody", 600, 1)))
        .toList();
  }

  private ChatRequest request(String name, Offered offered) {
    RequestId id = RequestId.named(name);
    Instant at = zero.plus(pace.of(offered.at()));
    return new ChatRequest(
        SchemaVersion.CURRENT,
        id,
        new ConversationId(id.value()),
        offered.tenant(),
        ROLE,
        text(offered),
        new Turn(at),
        at,
        at.plus(pace.of(DEADLINE_SECONDS)),
        0,
        Traceparent.ofHeader(null));
  }
}
