package navigator.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.local.client.ChatApi;
import navigator.local.stack.LocalStack;

/** Several users in many conversations at once, until all requests are sent. */
final class ChaosLoad {

  /** In every question. */
  static final String MARK = "chaos-question-";

  private static final int USERS = 24;
  private static final int CLIENTS = 64;
  private static final int LONGEST_CONVERSATION = 4;

  /**
   * As many as are answered within the shortest deadline by a machine that answers two a second.
   */
  private static final int MOST_PENDING = 60;

  private static final Duration BACKLOG_LOOK = Duration.ofMillis(200);

  private final ChaosPlan plan;
  private final Ledger ledger;
  private final Injected injected;
  private final IntSupplier pending;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger conversations = new AtomicInteger();
  private final long end;

  /**
   * A load.
   *
   * @param pending how many requests have not ended; no more are sent while there are many
   */
  ChaosLoad(ChaosPlan plan, Ledger ledger, Injected injected, IntSupplier pending) {
    this.plan = plan;
    this.ledger = ledger;
    this.injected = injected;
    this.pending = pending;
    this.end = System.nanoTime() + plan.longest().toNanos();
  }

  /** Sends everything and returns when no client waits any more. */
  void run(LocalStack stack) throws InterruptedException {
    var roles = List.of(Role.values());
    List<ChatApi> users = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      var role = roles.get(user % roles.size());
      users.add(new ChatApi(stack.apiUrl(), stack.token("user" + user, role)));
    }
    List<Thread> clients = new ArrayList<>();
    var done = new CountDownLatch(CLIENTS);
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(Thread.ofVirtual().name("client-" + client).start(() -> clients(users, done)));
    }
    try {
      done.await();
    } finally {
      clients.forEach(Thread::interrupt);
      users.forEach(ChatApi::close);
    }
  }

  private void clients(List<ChatApi> users, CountDownLatch done) {
    try {
      while (mayGoOn()) {
        converse(users, conversations.getAndIncrement());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  private boolean mayGoOn() {
    return sent.get() < plan.requests() && System.nanoTime() < end;
  }

  private void converse(List<ChatApi> users, int number) throws InterruptedException {
    RandomGenerator random = plan.random("conversation " + number);
    var user = random.nextInt(USERS);
    var other = (user + 1 + random.nextInt(USERS - 1)) % USERS;
    var client = new ChaosClient(users.get(user), users.get(other), random, ledger, injected);
    var turns = 1 + random.nextInt(LONGEST_CONVERSATION);
    Optional<ConversationId> conversation = Optional.empty();
    for (int turn = 0; turn < turns && mayGoOn(); turn++) {
      while (pending.getAsInt() > MOST_PENDING && mayGoOn()) {
        Thread.sleep(BACKLOG_LOOK);
      }
      if (sent.getAndIncrement() < plan.requests()) {
        conversation = client.turn(question(number, turn), conversation);
      }
    }
    if (conversation.isPresent()) {
      client.leave(conversation.get());
    }
  }

  private static String question(int conversation, int turn) {
    return "%s%d-%d: what comes next in my course?".formatted(MARK, conversation, turn);
  }
}
