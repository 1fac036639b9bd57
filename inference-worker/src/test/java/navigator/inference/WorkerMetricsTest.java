package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.ErrorCode;
import navigator.contracts.metric.Metric;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.testing.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the worker counts, and what it does not. */
class WorkerMetricsTest {

  private final InMemoryStages stages = new InMemoryStages();
  private final ChatRequest request = Samples.request();
  private final CapturedLog log = CapturedLog.start();

  @AfterEach
  void stopCapturing() {
    log.close();
  }

  @Test
  void anAnswerIsACallWithItsTokens() {
    answer();

    assertThat(log.total(Metric.MODEL_CALLS)).isOne();
    assertThat(log.total(Metric.INPUT_TOKENS)).isEqualTo(11);
    assertThat(log.total(Metric.OUTPUT_TOKENS)).isEqualTo(7);
    assertThat(log.total(Metric.MODEL_FAULTS)).isZero();
    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isZero();
    assertThat(log.total(Metric.DISCARDED_ANSWERS)).isZero();
    assertThat(log.total(Metric.FAULTS)).isZero();
  }

  @Test
  void aThrottledCallIsACallAndAThrottleAndNoFault() {
    stages.model = _ -> Samples.notReady();

    answer();

    assertThat(log.total(Metric.MODEL_CALLS)).isOne();
    assertThat(log.total(Metric.THROTTLES)).isOne();
    assertThat(log.total(Metric.MODEL_FAULTS)).isZero();
  }

  @Test
  void aFailureForGoodIsAModelFaultAndADeadLetter() {
    stages.model = _ -> new ModelResult.Permanent(ErrorCode.ACCESS_DENIED, "No.");

    answer();

    assertThat(log.total(Metric.MODEL_FAULTS)).isOne();
    assertThat(log.total(Metric.DEAD_LETTERS)).isOne();
    assertThat(log.total(Metric.DISCARDED_ANSWERS)).isZero();
    assertThat(log.json()).contains("\"Code\":\"access_denied\"");
  }

  @Test
  void aCallWhoseFateNobodyKnowsIsUnobserved() {
    stages.model =
        _ ->
            new ModelResult.Transient(
                ErrorCode.MODEL_TIMEOUT, "It timed out.", UnobservedCall.TIMEOUT);

    answer();

    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isEqualTo(log.total(Metric.MODEL_CALLS));
    assertThat(log.json()).contains("\"Reason\":\"timeout\"");
  }

  @Test
  void aCallThatIsKnownToHaveFailedIsNotUnobserved() {
    stages.model = _ -> new ModelResult.Transient(ErrorCode.MODEL_UNAVAILABLE, "No capacity.");

    answer();

    assertThat(log.total(Metric.MODEL_FAULTS)).isPositive();
    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isZero();
  }

  @Test
  void aCrashIsCountedByTheClaimThatFindsIt() {
    stages.claims.put(request.requestId(), new Claim.Claimed("owner", Progress.NONE, true));

    answer();

    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isOne();
    assertThat(log.json()).contains("\"Reason\":\"crash\"");
  }

  @Test
  void theLastCrashIsCountedToo() {
    stages.claims.put(request.requestId(), new Claim.Crashed("owner", Progress.NONE, true));

    answer();

    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isOne();
    assertThat(log.total(Metric.DEAD_LETTERS)).isOne();
  }

  @Test
  void anAnswerThatCannotBeStoredIsUnobservedAndAFault() {
    stages.storeFails = true;

    answer();

    assertThat(log.json()).contains("\"Reason\":\"lost_store\"");
    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isOne();
    assertThat(log.total(Metric.FAULTS)).isOne();
  }

  @Test
  void aFailureThatCannotBeStoredHasBoughtNothing() {
    stages.storeFails = true;
    stages.model = _ -> new ModelResult.Permanent(ErrorCode.ACCESS_DENIED, "No.");

    answer();

    assertThat(log.total(Metric.UNOBSERVED_CALLS)).isZero();
    assertThat(log.total(Metric.FAULTS)).isOne();
  }

  @Test
  void anAnswerThatNobodyWaitsForAnyMoreIsDiscardedWithItsTokens() {
    stages.store = _ -> new Stored.Refused();

    answer();

    assertThat(log.total(Metric.DISCARDED_ANSWERS)).isOne();
    assertThat(log.total(Metric.DISCARDED_TOKENS)).isEqualTo(18);
  }

  @Test
  void anAnswerThatCameSecondIsDiscarded() {
    stages.store = _ -> new Stored.Already(Samples.answered("The other's."));

    answer();

    assertThat(log.total(Metric.DISCARDED_ANSWERS)).isOne();
  }

  @Test
  void anAnswerThatWasStoredByARepeatedWriteIsNotDiscarded() {
    stages.store = Stored.Already::new;

    answer();

    assertThat(log.total(Metric.DISCARDED_ANSWERS)).isZero();
  }

  @Test
  void aMessageThatNobodyCanReadIsUnreadableAndADeadLetterIfItNamesItsRequest() {
    String id = request.requestId().value();

    answer(Samples.delivery("no JSON", Map.of(MessageAttribute.REQUEST_ID, id)));
    answer(Samples.delivery("no JSON", Map.of()));

    assertThat(log.total(Metric.UNREADABLE_MESSAGES)).isEqualTo(2);
    assertThat(log.total(Metric.DEAD_LETTERS)).isOne();
  }

  private void answer() {
    answer(Samples.delivery(request));
  }

  private void answer(Delivery delivery) {
    stages.batch().answer(List.of(delivery), Duration.ofSeconds(60));
  }
}
