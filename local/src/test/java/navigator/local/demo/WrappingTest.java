package navigator.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

  @Test
  void breaksBetweenWordsAndKeepsLineBreaks() {
    assertThat(Wrapping.of("one two three\nfour", 8, 9))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void breaksAWordThatIsWiderThanALine() {
    assertThat(Wrapping.of("abcdefghij", 4, 9)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void saysThatThereIsMoreWithinTheWidth() {
    assertThat(Wrapping.of("one two three four", 8, 2)).containsExactly("one two", "three …");
    assertThat(Wrapping.of("abcdefgh ijkl", 8, 1)).containsExactly("abcdef …");
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    assertThat(Wrapping.of(" ", 8, 2)).containsExactly("");
  }
}
