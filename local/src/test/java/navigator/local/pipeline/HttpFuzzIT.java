package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import navigator.contracts.Role;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running stack, called as nobody should call it; each run has a seed of its own. */
@ExtendWith(PipelineExtension.class)
class HttpFuzzIT {

  private static final int CALLS = 300;

  private final Pipeline pipeline;

  HttpFuzzIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void noCallIsOurFaultAndWhateverIsAcceptedEnds() {
    long seed = new Random().nextLong();
    pipeline.record().privateText(HostileText.SECRET);
    var ada = pipeline.user("fuzz-ada", Role.STAFF);
    var foreign = ada.ask("Who can see this odd question?");
    var eve = pipeline.user("fuzz-eve", Role.STAFF);
    List<String> accepted = new ArrayList<>();

    for (HostileCall call : calls(seed, foreign, Role.STAFF)) {
      HttpResponse<String> answer = checked(seed, call);
      assertThat(answer.body())
          .as("seed %d: %s", seed, call)
          .doesNotContain("Exception", "\tat ", "odd question");
      if (call.path().equals("/chat") && answer.statusCode() == 202) {
        accepted.add(PipelineRecord.json(answer.body()).path("request_id").asText());
      }
    }

    assertThat(accepted).isNotEmpty();
    accepted.forEach(id -> assertThat(eve.ended(id).status()).isEqualTo(200));
    assertThat(ada.ended(foreign).text("status")).isEqualTo("completed");
  }

  @Test
  void noOperatorsCallIsOurFault() {
    long seed = new Random().nextLong();
    pipeline.record().privateText(HostileText.SECRET);
    var ada = pipeline.user("fuzz-ada", Role.STAFF);
    var known = ada.ended(ada.ask("Who can operate on this question?"));
    List<HostileCall> calls =
        calls(seed, known, Role.ADMIN).stream()
            .filter(call -> call.path().startsWith("/ops/"))
            .toList();

    assertThat(calls).isNotEmpty();
    calls.forEach(call -> checked(seed, call));
  }

  private HttpResponse<String> checked(long seed, HostileCall call) {
    HttpResponse<String> answer = send(call);
    assertThat(answer.statusCode()).as("seed %d: %s", seed, call).isBetween(200, 499);
    assertThat(faults(call, answer)).as("seed %d: %s", seed, call).isEmpty();
    return answer;
  }

  private List<HostileCall> calls(long seed, ChatClient.Answer foreign, Role role) {
    List<String> ids = List.of(foreign.text("request_id"), foreign.text("conversation_id"));
    String token = pipeline.stack().token("fuzz-eve", role);
    List<HostileCall> calls = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<HostileCall> generator = HostileCall.of(ids, token).generator(CALLS);
          Random random = new Random(seed);
          for (int i = 0; i < CALLS; i++) {
            calls.add(generator.next(random).value());
          }
        });
    return calls;
  }

  // The gateway takes so many calls a second, and turns the others away before anybody reads them.
  private HttpResponse<String> send(HostileCall call) {
    return await()
        .pollDelay(Duration.ZERO)
        .until(() -> sendOnce(call), answer -> !isByGateway(answer, 429));
  }

  // On a connection of its own: the server may hang up after a call that it refuses.
  private HttpResponse<String> sendOnce(HostileCall call) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(call.request(pipeline.stack().apiUrl()), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(call.toString(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The call was interrupted", e);
    }
  }

  // The gateway answers by itself what reaches no function.
  private static List<String> faults(HostileCall call, HttpResponse<String> answer) {
    Map<String, String> headers =
        answer.headers().map().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, h -> String.join(",", h.getValue())));
    return answer.statusCode() >= 400 && isByGateway(answer, answer.statusCode())
        ? ContractSchemas.object("gateway-error.json", answer.body())
        : ContractSchemas.httpAnswer(
            call.method(), call.path(), answer.statusCode(), headers, answer.body());
  }

  private static boolean isByGateway(HttpResponse<String> answer, int status) {
    return answer.statusCode() == status
        && answer.headers().firstValue("content-type").orElse("").startsWith("application/json");
  }
}
