package navigator.local.demo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.local.alarm.Alarm;
import navigator.local.alarm.AlarmReading;
import navigator.local.alarm.AlarmState;
import navigator.local.alarm.Watched;
import navigator.local.chaos.check.Promise;
import navigator.local.chaos.check.Verdict;
import navigator.local.demo.Check;
import org.junit.jupiter.api.Test;

class IncidentChecksTest {

  private final Case replayed = Cases.of(Cast.during().getFirst(), Status.FALLBACK);
  private final Case test = Cases.of(Cast.test(), Status.FALLBACK);
  private final Map<String, String> letters = new HashMap<>();
  private final Map<Promise, List<String>> broken = new EnumMap<>(Promise.class);
  private AlarmState alarm = AlarmState.ALARM;
  private List<String> failed = List.of();
  private int boughtAgain;
  private Status end = Status.COMPLETED;

  IncidentChecksTest() {
    letters.put(replayed.id().value(), "resolved");
    letters.put(test.id().value(), "discarded");
  }

  private List<String> broken() {
    var watched = new Watched("m1", "N", "M", Map.of(), Duration.ofMinutes(5), "Sum");
    var reading =
        new AlarmReading(
            new Alarm("rate", List.of(watched), "m1", 5, 1, false), OptionalDouble.of(80), alarm);
    var verdict =
        new Verdict(
            2, 0, Map.of(), Map.of(), Map.of(), boughtAgain, Duration.ZERO, Map.copyOf(broken));
    return new IncidentChecks(
            List.of(replayed.seen(Cases.request(replayed.id(), end, null)), test),
            verdict,
            letters,
            List.of(reading),
            failed)
        .all().stream().filter(check -> !check.kept()).map(Check::promise).toList();
  }

  @Test
  void whatEndedAsItShouldBreaksNothing() {
    assertThat(broken()).isEmpty();
  }

  @Test
  void eachBrokenPromiseOfTheCheckerBreaksACheck() {
    for (Promise promise : Promise.values()) {
      broken.clear();
      broken.put(promise, List.of("r"));

      assertThat(broken()).as(promise.label()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatWasPaidAgainIsToldEvenIfNoneWasStored() {
    boughtAgain = 1;

    assertThat(broken()).containsExactly("nothing was bought twice");
  }

  @Test
  void aFallbackReplyThatIsStillThereIsTold() {
    end = Status.FALLBACK;

    assertThat(broken()).containsExactly("an answer replaced every fallback reply");
  }

  @Test
  void aParkedDeadLetterIsTold() {
    letters.put(RequestId.random().value(), "parked");

    assertThat(broken()).containsExactly("no dead letter is left parked");
  }

  @Test
  void anotherThatWasDiscardedIsTold() {
    letters.put(replayed.id().value(), "discarded");

    assertThat(broken()).containsExactly("what was discarded is as it was");
  }

  @Test
  void anAlarmThatStaysQuietAndACommandThatFailsAreTold() {
    alarm = AlarmState.BREACHING;
    failed = List.of("./navigator ops audit ended with 1");

    assertThat(broken())
        .containsExactly("an alarm was raised", "every command of the operator did its work");
  }
}
