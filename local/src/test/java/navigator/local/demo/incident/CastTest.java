package navigator.local.demo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {

  private static List<Inquiry> all() {
    List<Inquiry> all = new ArrayList<>(Cast.before());
    all.addAll(Cast.during());
    all.add(Cast.after());
    return all;
  }

  // The checker tells requests apart by the words of their questions.
  @Test
  void noTwoQuestionsHaveTheSameWordsAndAllHaveTheMark() {
    assertThat(all()).extracting(Inquiry::text).doesNotHaveDuplicates();
    assertThat(all()).allSatisfy(one -> assertThat(one.text()).contains(Cast.MARK));
  }

  @Test
  void aConversationIsOnePersons() {
    for (Inquiry one : all()) {
      assertThat(all())
          .filteredOn(other -> other.conversation().equals(one.conversation()))
          .extracting(Inquiry::person)
          .containsOnly(one.person());
    }
  }

  @Test
  void someAreRefusedForGoodAndMostAreNot() {
    assertThat(Cast.refused()).hasSize(5).contains(Cast.test().text());
    assertThat(Cast.during()).hasSize(25);
    assertThat(Cast.before()).hasSize(6);
  }
}
