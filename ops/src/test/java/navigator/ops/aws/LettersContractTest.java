package navigator.ops.aws;

import static navigator.ops.aws.StoredLetters.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.testing.TestTable;
import navigator.ops.GroupLetters;
import navigator.ops.LetterFilter;
import navigator.ops.LetterGroup;
import navigator.ops.LetterPage;
import navigator.ops.LetterQuery;
import navigator.ops.LetterSummary;
import navigator.ops.ListLetters;
import navigator.ops.aws.StoredLetters.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersContractTest {

  private static final LetterQuery PARKED =
      LetterQuery.of(DeadLetterState.PARKED, LetterFilter.ALL);

  private final TestTable table = TestTable.create();
  private final StoredLetters letters = new StoredLetters(table);
  private final CountedCalls calls = new CountedCalls(table.client());
  private final OpsTable ops = new OpsTable(calls.client(), table.name());
  private final ListLetters list = new ListLetters(ops.letterIndex(), InstantSource.system());
  private final GroupLetters groups = new GroupLetters(ops.letterIndex());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 29, 30, 31, 1000})
  void lettersComeTheNewestFailureFirstOncePerListOverAllShards(int limit) throws Exception {
    List<DeadLetterId> put = put(30, Kind.USUAL);
    List<LetterPage> pages = pages(PARKED, limit);
    assertThat(ids(pages)).containsExactlyElementsOf(put.reversed());
    assertThat(pages).hasSize((30 + limit - 1) / limit);
  }

  @Test
  void nothingButTheIndexIsRead() throws Exception {
    put(30, Kind.USUAL);
    pages(PARKED, 7);
    groups.group(PARKED);
    assertThat(calls.operations()).containsOnly("query");
    assertThat(calls.indexes()).containsOnly("GSI2PK-GSI2SK-index");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void filtersLetThroughWhatTheyName(int limit) throws Exception {
    put(20, Kind.USUAL);
    DeadLetterId denied = at(30, Kind.USUAL.with(ErrorCode.ACCESS_DENIED, "Access was denied."));
    DeadLetterId haiku = at(31, Kind.USUAL.ofModel("haiku"));
    DeadLetterId bobs = at(32, Kind.USUAL.ofUser("bob"));
    assertThat(found(new LetterFilter(ErrorCode.ACCESS_DENIED, null, null, null, null), limit))
        .containsExactly(denied);
    assertThat(found(new LetterFilter(null, "haiku", null, null, null), limit))
        .containsExactly(haiku);
    assertThat(found(new LetterFilter(null, null, "bob", null, null), limit)).containsExactly(bobs);
    assertThat(found(new LetterFilter(ErrorCode.CRASHED, null, null, null, null), limit)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void sinceIsIncludedAndUntilIsNot(int limit) throws Exception {
    List<DeadLetterId> put = put(10, Kind.USUAL);
    assertThat(found(new LetterFilter(null, null, null, time(3), time(7)), limit))
        .containsExactlyElementsOf(put.subList(3, 7).reversed());
    assertThat(found(new LetterFilter(null, null, null, time(8), null), limit))
        .containsExactly(put.get(9), put.get(8));
    assertThat(found(new LetterFilter(null, null, null, null, time(2)), limit))
        .containsExactly(put.get(1), put.get(0));
  }

  @Test
  void lettersAreListedByTheirStates() throws Exception {
    DeadLetterId parked = at(1, Kind.USUAL);
    DeadLetterId discarded = at(2, Kind.USUAL.with(DeadLetterState.DISCARDED));
    DeadLetterId resolved = at(3, Kind.USUAL.with(DeadLetterState.RESOLVED));
    DeadLetterId replaying = at(4, Kind.USUAL.with(DeadLetterState.REPLAYING));
    assertThat(ids(pages(PARKED, 10))).containsExactly(parked);
    assertThat(ids(pages(states(EnumSet.allOf(DeadLetterState.class)), 3)))
        .containsExactly(replaying, resolved, discarded, parked);
    assertThat(ids(pages(states(Set.of(DeadLetterState.DISCARDED, DeadLetterState.RESOLVED)), 10)))
        .containsExactly(resolved, discarded);
  }

  @Test
  void aMessageThatCouldNotBeReadIsListedAndGrouped() throws Exception {
    DeadLetterId unreadable = letters.putUnreadable("m-1", time(1));
    assertThat(pages(PARKED, 10).getFirst().items())
        .containsExactly(
            new LetterSummary(
                unreadable, DeadLetterState.PARKED, time(1), null, null, null, null, null, null));
    assertThat(groups.group(PARKED))
        .containsExactly(new LetterGroup(null, null, false, 1, time(1), time(1)));
  }

  @Test
  void aSummaryHoldsWhatTheLetterSaysAndNoText() throws Exception {
    DeadLetterId id = at(1, Kind.USUAL);
    LetterSummary letter = pages(PARKED, 10).getFirst().items().getFirst();
    assertThat(letter)
        .isEqualTo(
            new LetterSummary(
                id,
                DeadLetterState.PARKED,
                time(1),
                ErrorCode.MODEL_UNAVAILABLE,
                StoredLetters.DETAIL,
                "sonnet",
                "ann",
                StoredLetters.CONVERSATION,
                0));
  }

  @Test
  void groupsCountWhatFailedInTheSameWayTheLargestFirst() throws Exception {
    put(12, Kind.USUAL);
    at(20, Kind.USUAL.with(ErrorCode.MODEL_UNAVAILABLE, "The model failed on the request."));
    at(21, Kind.USUAL.with(ErrorCode.ACCESS_DENIED, StoredLetters.DETAIL));
    at(22, Kind.USUAL.with(ErrorCode.ACCESS_DENIED, StoredLetters.DETAIL));
    at(23, Kind.USUAL.with(DeadLetterState.DISCARDED));
    assertThat(groups.group(PARKED))
        .containsExactly(
            new LetterGroup(
                ErrorCode.MODEL_UNAVAILABLE, StoredLetters.DETAIL, true, 12, time(0), time(11)),
            new LetterGroup(
                ErrorCode.ACCESS_DENIED, StoredLetters.DETAIL, false, 2, time(21), time(22)),
            new LetterGroup(
                ErrorCode.MODEL_UNAVAILABLE,
                "The model failed on the request.",
                true,
                1,
                time(20),
                time(20)));
  }

  @Test
  void aCursorIsOfItsQuery() throws Exception {
    put(3, Kind.USUAL);
    String cursor = pages(PARKED, 1).getFirst().next();
    LetterQuery other = LetterQuery.of(DeadLetterState.DISCARDED, LetterFilter.ALL);
    assertThat(list.list(PARKED, 1, cursor)).isPresent();
    assertThat(list.list(other, 1, cursor)).isEmpty();
    assertThat(list.list(PARKED, 1, "garbage")).isEmpty();
    assertThat(list.list(PARKED, 1, "%%%")).isEmpty();
    assertThat(list.list(PARKED, 1, "")).isEmpty();
  }

  @Test
  void aLimitOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.list(PARKED, 0, null))
        .withMessage("the limit is 0, not from 1 to 1000");
    assertThatIllegalArgumentException().isThrownBy(() -> list.list(PARKED, 1001, null));
  }

  private List<DeadLetterId> found(LetterFilter filter, int limit) throws Exception {
    return ids(pages(LetterQuery.of(DeadLetterState.PARKED, filter), limit));
  }

  private static LetterQuery states(Set<DeadLetterState> states) {
    return new LetterQuery(states, LetterFilter.ALL);
  }

  private List<LetterPage> pages(LetterQuery query, int limit) throws Exception {
    List<LetterPage> pages = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      pages.add(list.list(query, limit, cursor).orElseThrow());
      cursor = pages.getLast().next();
    } while (cursor != null);
    return pages;
  }

  private static List<DeadLetterId> ids(List<LetterPage> pages) {
    return pages.stream().flatMap(page -> page.items().stream()).map(LetterSummary::id).toList();
  }

  private List<DeadLetterId> put(int count, Kind kind) {
    return IntStream.range(0, count).mapToObj(i -> at(i, kind)).toList();
  }

  private DeadLetterId at(int second, Kind kind) {
    return letters.put(kind, time(second));
  }

  private static Instant time(int second) {
    return FAILED.plusSeconds(second);
  }
}
