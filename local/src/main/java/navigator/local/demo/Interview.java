package navigator.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.client.Poll;

/** Asks questions: conversations at the same time, the turns of each one after the other. */
final class Interview {

  private static final int PATIENCE_SECONDS = 60;

  private final Function<Role, ChatApi> apis;
  private final PathFeed feed;

  // At the same instant, each would start a process of the submit function for itself.
  private final Semaphore oneByOne = new Semaphore(1, true);

  Interview(Function<Role, ChatApi> apis, PathFeed feed) {
    this.apis = apis;
    this.feed = feed;
  }

  /** What became of each question, in their order. */
  List<Asked> ask(List<Question> questions) throws InterruptedException {
    List<List<Question>> conversations = conversations(questions);
    List<Callable<List<Asked>>> tasks = new ArrayList<>();
    conversations.forEach(turns -> tasks.add(() -> converse(turns)));
    List<Asked> asked = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = executor.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS);
      for (int i = 0; i < ends.size(); i++) {
        asked.addAll(end(ends.get(i), conversations.get(i)));
      }
    }
    return asked;
  }

  private static List<List<Question>> conversations(List<Question> questions) {
    Map<String, List<Question>> byLabel = new HashMap<>();
    List<List<Question>> conversations = new ArrayList<>();
    for (Question question : questions) {
      List<Question> turns =
          question.follows().map(byLabel::get).orElseGet(() -> opened(conversations));
      turns.add(question);
      byLabel.put(question.label(), turns);
    }
    return conversations;
  }

  private static List<Question> opened(List<List<Question>> conversations) {
    List<Question> turns = new ArrayList<>();
    conversations.add(turns);
    return turns;
  }

  private List<Asked> converse(List<Question> turns) throws InterruptedException {
    Optional<ConversationId> conversation = Optional.empty();
    List<Asked> asked = new ArrayList<>();
    for (Question question : turns) {
      Asked end = ask(question, conversation);
      asked.add(end);
      if (end instanceof Asked.Ended ended) {
        conversation = Optional.of(ended.request().conversationId());
      }
    }
    return asked;
  }

  private Asked ask(Question question, Optional<ConversationId> conversation)
      throws InterruptedException {
    try (ChatApi api = apis.apply(question.role())) {
      var submitted = submit(api, question, conversation);
      if (submitted instanceof ApiAnswer.Found<RequestObject>(RequestObject request, var _)) {
        feed.follow(request.requestId(), question.label());
      }
      return switch (new Poll(api, request -> {}).toTheEnd(submitted)) {
        case ApiAnswer.Found<RequestObject>(RequestObject request, var _) ->
            new Asked.Ended(question, request);
        case ApiAnswer.Failed<RequestObject> failed ->
            new Asked.Unanswered(question, failed.reason());
      };
    }
  }

  private ApiAnswer<RequestObject> submit(
      ChatApi api, Question question, Optional<ConversationId> conversation)
      throws InterruptedException {
    oneByOne.acquire();
    try {
      return api.submit(question.text(), conversation);
    } finally {
      oneByOne.release();
    }
  }

  private static List<Asked> end(Future<List<Asked>> end, List<Question> turns)
      throws InterruptedException {
    try {
      return end.get();
    } catch (CancellationException e) {
      return unanswered(turns, "no end within " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      return unanswered(turns, String.valueOf(e.getCause()));
    }
  }

  private static List<Asked> unanswered(List<Question> turns, String reason) {
    return turns.stream().<Asked>map(turn -> new Asked.Unanswered(turn, reason)).toList();
  }
}
