package navigator.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.limit.UserLimits;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The fields by the grammar of RFC 9651, whatever is told. */
class RateLimitFieldsFuzzTest {

  private static final String STRING = "\"[ !#-\\[\\]-~]*\"";
  private static final String PARAMETER = "; *[a-z*][a-z0-9_.*-]*=(-?\\d{1,15}|" + STRING + ")";
  private static final String ITEM = STRING + "(" + PARAMETER + ")*";
  private static final Pattern LIST = Pattern.compile(ITEM + "([ \t]*,[ \t]*" + ITEM + ")*");

  @Property(tries = 500)
  void everyFieldIsAListOfStringsWithParameters(
      @ForAll @IntRange(min = 1, max = 100_000) int rate,
      @ForAll @IntRange(min = 1, max = 100) int pending,
      @ForAll @IntRange(max = 100_000) int left,
      @ForAll @LongRange(max = 60_000_000) long micros) {
    UserLimits limits = new UserLimits(rate, pending);
    Duration time = Duration.ofNanos(micros * 1_000);
    assertFields(RateLimitFields.of(new RateLimitStatus(limits, left, time)));
    assertFields(RateLimitFields.ofTooFast(limits, time));
    assertFields(RateLimitFields.ofTooManyPending(limits));
  }

  @Property(tries = 500)
  void secondsAreNeverShorterThanTheTime(@ForAll @LongRange(max = 60_000_000) long micros) {
    Duration time = Duration.ofNanos(micros * 1_000);
    assertThat(Duration.ofSeconds(Seconds.of(time)))
        .isGreaterThanOrEqualTo(time)
        .isLessThan(time.plusSeconds(1));
    assertThat(Seconds.atLeastOne(time)).isPositive();
  }

  private static void assertFields(Map<String, String> fields) {
    assertThat(fields).containsOnlyKeys("RateLimit", "RateLimit-Policy");
    assertThat(fields.values()).allMatch(LIST.asMatchPredicate());
  }
}
