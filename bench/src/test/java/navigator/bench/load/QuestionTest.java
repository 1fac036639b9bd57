package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {

  @Test
  void aQuestionHasTheTokensThatItIsToHave() {
    var text = Question.of(new Offered(17, 0, "t", 900, 250), 400);

    assertThat(Question.tokens(text)).isEqualTo(500);
    assertThat(text).startsWith("Answer in 250 tokens. Question 17. ");
  }

  @Test
  void theLeastIsEnoughForEveryBeginning() {
    var offered = new Offered(999_999, 0, "t", 400 + Question.least(), 2_047);

    assertThat(Question.tokens(Question.of(offered, 400))).isEqualTo(Question.least());
  }
}
