package navigator.local.eventbridge;

import static navigator.local.gateway.SampleStack.BUS;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.gateway.RunningStack;
import navigator.local.journal.Backlog;
import navigator.local.journal.Backlogs;
import navigator.local.journal.Journal;
import navigator.local.journal.Pending;
import navigator.local.journal.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class KeptEventsContractTest implements FunctionInvoker {

  @TempDir private Path directory;
  private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
  private Path file;

  @Override
  public InvokeResult invoke(String functionArn, String payload) {
    throw new AssertionError("Rules invoke asynchronously");
  }

  @Override
  public void invokeAsync(String functionArn, String payload) {
    delivered.add(payload);
  }

  @BeforeEach
  void nameFile() {
    file = directory.resolve("journal");
  }

  @Test
  void anEventThatWasAcceptedIsDeliveredAfterAKill() throws IOException {
    Path killed;
    try (var journal = Journal.open(file);
        var stack = start(new NeverTaking(), journal)) {
      put(stack, "{\"n\":1}", "{\"n\":2}");
      killed = Snapshot.of(file);
    }
    try (var journal = Journal.open(killed);
        var stack = start(journal)) {
      stack.events.resume();

      await().until(() -> delivered.size() == 2);
      assertThat(delivered)
          .anyMatch(event -> event.contains("\"n\":1"))
          .anyMatch(event -> event.contains("\"n\":2"));
    }
  }

  @Test
  void anEventThatWasDeliveredIsNotKept() throws IOException {
    try (var journal = Journal.open(file);
        var stack = start(journal)) {
      put(stack, "{\"n\":1}");
      await().until(() -> left(Snapshot.of(file)).isEmpty());
      assertThat(delivered).hasSize(1);
    }
  }

  @Test
  void whatNoRuleIsForAnyMoreIsLeftAndHoldsUpNothing() throws IOException {
    var event = new Event("id", "outcomes", "{}");
    try (var journal = Journal.open(file)) {
      journal
          .named("events", PendingDelivery.class)
          .keep(new PendingDelivery(event, "arn:of:a:removed:rule", "t", Instant.EPOCH));
    }
    try (var journal = Journal.open(file);
        var stack = start(journal)) {
      stack.events.resume();
      put(stack, "{\"n\":1}");
      await().until(() -> delivered.size() == 1);
    }
    assertThat(left(file))
        .extracting(PendingDelivery::ruleArn)
        .containsExactly("arn:of:a:removed:rule");
  }

  @Test
  void anEventThatCannotBeKeptIsNotAccepted() throws IOException {
    try (var stack = start(new FullDisk())) {
      assertThatThrownBy(() -> put(stack, "{\"n\":1}")).isInstanceOf(EventBridgeException.class);
      assertThat(delivered).isEmpty();
    }
  }

  /** Functions whose queue takes nothing and does not fail. */
  private record NeverTaking(CountDownLatch never) implements FunctionInvoker {

    NeverTaking() {
      this(new CountDownLatch(1));
    }

    @Override
    public InvokeResult invoke(String functionArn, String payload) {
      throw new AssertionError("Rules invoke asynchronously");
    }

    @Override
    public void invokeAsync(String functionArn, String payload) {
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Keeps nothing. */
  private static final class FullDisk implements Backlogs {
    @Override
    public <T extends Pending> Backlog<T> named(String name, Class<T> type) {
      return new Backlog<>() {
        @Override
        public CompletableFuture<Void> take(List<T> entries) {
          return CompletableFuture.failedFuture(new IOException("No space left on device"));
        }

        @Override
        public void finish(String id) {}

        @Override
        public List<T> left() {
          return List.of();
        }

        @Override
        public int size() {
          return 0;
        }
      };
    }
  }

  private RunningStack start(Backlogs backlogs) throws IOException {
    return start(this, backlogs);
  }

  private static RunningStack start(FunctionInvoker functions, Backlogs backlogs)
      throws IOException {
    return RunningStack.invoking(functions, backlogs, allow("events:PutEvents", BUS));
  }

  private static void put(RunningStack stack, String... details) {
    try (var events = stack.events(stack.worker())) {
      events.putEvents(
          p -> p.entries(List.of(details).stream().map(KeptEventsContractTest::entry).toList()));
    }
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("outcomes")
        .source("chat")
        .detailType("Answered")
        .detail(detail)
        .build();
  }

  private static List<PendingDelivery> left(Path file) throws IOException {
    try (var journal = Journal.open(file)) {
      return journal.named("events", PendingDelivery.class).left();
    }
  }
}
