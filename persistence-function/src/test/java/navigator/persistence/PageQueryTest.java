package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final ListScope ANNS = new ListScope("things\nann", "/things", WORD);
  private static final ListScope BOBS = new ListScope("things\nbob", "/things", WORD);

  @Test
  void aListBeginsWithTwenty() {
    assertThat(PageQuery.read(ANNS, Map.of()))
        .isEqualTo(new PageQuery.Reading.Valid(new PageQuery(20, null)));
  }

  @Test
  void aPageLeadsToTheNext() {
    Page<String> page = new PageQuery(2, null).page(ANNS, new Slice<>(List.of("a", "b"), "b"));
    assertThat(page.next()).startsWith("/things?limit=2&after=");
    assertThat(PageQuery.read(ANNS, Map.of("limit", "2", "after", after(page))))
        .isEqualTo(new PageQuery.Reading.Valid(new PageQuery(2, "b")));
  }

  @Test
  void theLastPageLeadsNowhere() {
    assertThat(new PageQuery(2, null).page(ANNS, new Slice<>(List.of("a"), null)).next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "+5", "1e1", "ten", "", " 5", "1,2", "٣"})
  void aLimitIsFromOneToAHundred(String limit) {
    assertThat(faults(ANNS, Map.of("limit", limit)))
        .containsExactly(new Fault("#query/limit", "must be an integer from 1 to 100"));
  }

  @Test
  void unknownParametersAreNamed() {
    assertThat(faults(ANNS, Map.of("page", "2", "Limit", "3", "limit", "x")))
        .extracting(Fault::pointer)
        .containsExactly("#query/limit", "#query/Limit", "#query/page");
  }

  @Test
  void everyChangeOfACursorIsNoticed() {
    String cursor = Cursor.encode(ANNS, "kiwi");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(ANNS, cursor.substring(0, i) + other + cursor.substring(i + 1));
      assertRefused(ANNS, cursor.substring(0, i));
    }
    assertRefused(ANNS, cursor + "A");
    assertRefused(ANNS, cursor + "==");
    assertRefused(ANNS, "%");
  }

  @Test
  void aCursorOfAnotherPersonOrListIsRefused() {
    assertRefused(BOBS, Cursor.encode(ANNS, "kiwi"));
  }

  @Test
  void aForgedPositionMustStillHaveTheFormOfOne() {
    assertRefused(ANNS, Cursor.encode(ANNS, "KIWI"));
  }

  private static void assertRefused(ListScope scope, String cursor) {
    assertThat(faults(scope, Map.of("after", cursor)))
        .containsExactly(new Fault("#query/after", "is not a cursor of this list"));
  }

  private static List<Fault> faults(ListScope scope, Map<String, String> parameters) {
    return switch (PageQuery.read(scope, parameters)) {
      case PageQuery.Reading.Faulty(var faults) -> faults;
      case PageQuery.Reading.Valid valid -> throw new AssertionError(valid);
    };
  }

  private static String after(Page<?> page) {
    String next = String.valueOf(page.next());
    return next.substring(next.indexOf("after=") + "after=".length());
  }
}
