package navigator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListLettersTest {

  private static final Instant FAILED = Instant.parse("2026-03-02T09:30:00.000000Z");
  private static final LetterFilter BOBS = new LetterFilter(null, null, "bob", null, null);
  private static final LetterQuery QUERY = LetterQuery.of(DeadLetterState.PARKED, BOBS);

  private final AtomicReference<Instant> now = new AtomicReference<>(FAILED);
  private final List<LetterSummary> stored = new ArrayList<>();

  @Test
  void aPartThatEndsForWantOfTimeIsGoneOnWithWhereItEnded() throws Exception {
    IntStream.range(0, 400).forEach(i -> store(i, i % 50 == 0 ? "bob" : "ann"));
    ListLetters slow = new ListLetters(reading(Duration.ofSeconds(1)), now::get);
    List<LetterSummary> found = new ArrayList<>();
    int parts = 0;
    @Nullable String cursor = null;
    do {
      LetterPage page = slow.list(QUERY, 5, cursor).orElseThrow();
      found.addAll(page.items());
      cursor = page.next();
      parts++;
    } while (cursor != null);
    assertThat(found)
        .isEqualTo(
            stored.stream()
                .filter(letter -> "bob".equals(letter.userId()))
                .sorted(Comparator.comparing(LetterSummary::failedAt).reversed())
                .toList());
    assertThat(parts).isGreaterThan(2);
  }

  @Test
  void aLetterThatIsMetInTwoStatesIsListedOnce() throws Exception {
    store(1, "bob");
    LetterSummary letter = stored.getFirst();
    stored.add(
        new LetterSummary(
            letter.id(),
            DeadLetterState.DISCARDED,
            letter.failedAt(),
            null,
            null,
            null,
            "bob",
            null,
            null));
    LetterQuery both =
        new LetterQuery(Set.of(DeadLetterState.PARKED, DeadLetterState.DISCARDED), BOBS);
    assertThat(
            new ListLetters(reading(Duration.ZERO), now::get)
                .list(both, 5, null)
                .orElseThrow()
                .items())
        .hasSize(1);
  }

  @Test
  void aQueryAsksForSomeState() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LetterQuery(Set.of(), LetterFilter.ALL))
        .withMessage("no state is asked for");
  }

  private void store(int second, String user) {
    stored.add(
        new LetterSummary(
            new DeadLetterId.OfRequest(RequestId.random()),
            DeadLetterState.PARKED,
            FAILED.plusSeconds(second),
            null,
            null,
            null,
            user,
            null,
            null));
  }

  /** An index like DynamoDB's, which reads before it filters; each reading takes that long. */
  private LetterIndex reading(Duration duration) {
    return (state, shard, filter, before, reads) -> {
      now.updateAndGet(time -> time.plus(duration));
      String partition = Keys.deadLetterPartition(state, shard);
      List<LetterSummary> rest =
          stored.stream()
              .filter(letter -> partition.equals(partition(letter)))
              .filter(letter -> before == null || letter.position().compareTo(before) < 0)
              .sorted(Comparator.comparing(LetterSummary::position).reversed())
              .toList();
      List<LetterSummary> read = rest.subList(0, Math.min(reads, rest.size()));
      return new Slice<>(
          read.stream().filter(letter -> "bob".equals(letter.userId())).toList(),
          read.size() < rest.size() ? read.getLast().position() : null);
    };
  }

  private static String partition(LetterSummary letter) {
    return Keys.deadLetterOfState(letter.state(), letter.id(), letter.failedAt()).partition();
  }
}
