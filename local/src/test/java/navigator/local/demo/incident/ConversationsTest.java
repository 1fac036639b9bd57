package navigator.local.demo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import navigator.contracts.Status;
import navigator.local.terminal.Ink;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private final StringWriter written = new StringWriter();
  private final Conversations conversations =
      new Conversations(new PrintWriter(written, true), new Ink(false));

  @Test
  void theTurnsOfAConversationAreALine() {
    Case first = Cases.of(Cast.before().getFirst(), Status.COMPLETED);
    Case second = Cases.of(Cast.before().getFirst(), Status.FALLBACK);
    Case other = Cases.of(Cast.test(), Status.CANCELLED);

    conversations.print(List.of(other, first, second));

    assertThat(written.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches(" +A +ada +completed +fallback: deadline_exceeded *"),
            line -> assertThat(line).matches(" +M +fay +cancelled *"));
  }

  @Test
  void everyLineFitsAHundredColumns() {
    Case fallback = Cases.of(Cast.before().getFirst(), Status.FALLBACK);
    conversations.print(List.of(fallback, fallback, fallback));
    Cast.during()
        .forEach(
            one -> conversations.printReply(Cases.of(one, Status.FALLBACK, "word ".repeat(99))));

    assertThat(written.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(written.toString()).contains(" …");
  }
}
