package navigator.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import navigator.contracts.RequestId;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.queue.Failure;

/**
 * Every stage in memory, with a journal of what was done in which order. What a real service does
 * is tested against the real one; here only its answers matter.
 */
public final class InMemoryStages {

  /** A message that was put back. */
  record PutBack(List<Delivery> deliveries, Instant until) {}

  /** A dead letter that was sent. */
  public record Letter(Delivery delivery, Failure failure) {}

  final List<String> journal = new CopyOnWriteArrayList<>();
  final List<Prompt> prompts = new CopyOnWriteArrayList<>();
  final List<Progress> released = new CopyOnWriteArrayList<>();
  final List<Outcome> stored = new CopyOnWriteArrayList<>();
  final List<ChatOutcome> published = new CopyOnWriteArrayList<>();
  public final List<Letter> letters = new CopyOnWriteArrayList<>();
  public final List<Delivery> deleted = new CopyOnWriteArrayList<>();
  final List<PutBack> putBack = new CopyOnWriteArrayList<>();
  final Map<RequestId, Claim> claims = new ConcurrentHashMap<>();
  final Set<RequestId> suspects = new HashSet<>();
  final VirtualClock clock = VirtualClock.atAcceptance();

  List<AnsweredTurn> history = List.of();
  Function<Prompt, ModelResult> model = _ -> Samples.answer("Here is how.");
  Function<Outcome, Stored> store = Stored.First::new;
  Runnable whenDeleted = () -> {};
  boolean suspectsFail;
  boolean historyFails;
  boolean storeFails;
  boolean busFails;

  /** A batch that goes through them. */
  public AnswerBatch batch() {
    return new AnswerBatch(
        this::suspectsAmong,
        answers(),
        new GiveUpUnreadable(this::sendLetter, clock),
        new Queue(),
        new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(1), Dice.highest()),
        Duration.ofSeconds(20),
        clock);
  }

  AnswerRequest answers() {
    CallPolicy policy =
        new CallPolicy(
            Duration.ofSeconds(30),
            Duration.ofSeconds(35),
            5,
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), Dice.highest()),
            new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(1), Dice.highest()));
    return new AnswerRequest(
        (id, _) -> claim(id),
        (id, _, progress, _) -> release(id, progress),
        _ -> readHistory(),
        new SystemPrompts(),
        new CallModel(Samples.models((prompt, _, _) -> ask(prompt), clock), policy, clock, clock),
        new EndRequest(
            (_, outcome) -> store(outcome), this::publish, this::sendLetter, Samples.MODEL, clock),
        policy,
        clock);
  }

  private Set<RequestId> suspectsAmong(Collection<RequestId> ids) {
    journal.add("suspects among " + ids.size());
    if (suspectsFail) {
      throw new UncheckedIOException(new IOException("The table is gone"));
    }
    Set<RequestId> found = new HashSet<>(ids);
    found.retainAll(suspects);
    return found;
  }

  private Claim claim(RequestId id) {
    journal.add("claim " + id);
    return claims.getOrDefault(id, new Claim.Claimed("owner", Progress.NONE, false));
  }

  private void release(RequestId id, Progress progress) {
    journal.add("release " + id);
    released.add(progress);
  }

  private List<AnsweredTurn> readHistory() {
    journal.add("history");
    if (historyFails) {
      throw new UncheckedIOException(new IOException("The table is gone"));
    }
    return history;
  }

  private ModelResult ask(Prompt prompt) {
    journal.add("ask");
    prompts.add(prompt);
    return model.apply(prompt);
  }

  private Stored store(Outcome outcome) {
    if (storeFails) {
      throw new UncheckedIOException(new IOException("The table is gone"));
    }
    journal.add("store");
    stored.add(outcome);
    return store.apply(outcome);
  }

  private void publish(ChatOutcome outcome) {
    journal.add("publish");
    if (busFails) {
      throw new UncheckedIOException(new IOException("The bus refused the event"));
    }
    published.add(outcome);
  }

  private void sendLetter(Delivery delivery, Failure failure) {
    journal.add("dead letter");
    letters.add(new Letter(delivery, failure));
  }

  private final class Queue implements RequestQueue {

    @Override
    public void delete(Delivery delivery) {
      journal.add("delete " + delivery.requestId().map(RequestId::value).orElse("?"));
      deleted.add(delivery);
      whenDeleted.run();
    }

    @Override
    public void putBack(List<Delivery> deliveries, Instant until) {
      putBack.add(new PutBack(List.copyOf(deliveries), until));
    }
  }
}
