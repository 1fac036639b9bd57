package navigator.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private final StringWriter written = new StringWriter();

  @Test
  void aPipeGetsALineForEachNewStatus() {
    showTwoStatuses(false);

    assertThat(written.toString().lines()).containsExactly("queued", "in_progress");
  }

  @Test
  void aTerminalGetsOneLineThatChangesAndGoes() {
    showTwoStatuses(true);

    assertThat(written.toString())
        .isEqualTo("\r\u001b[Kqueued 1 s\r\u001b[Kqueued 2 s\r\u001b[Kin_progress 3 s\r\u001b[K");
  }

  @Test
  void aLineNeverWraps() {
    try (LiveLine line = new LiveLine(new PrintWriter(written, true), true)) {
      line.show("x".repeat(200), "");
    }

    assertThat(written.toString()).contains("x".repeat(79)).doesNotContain("x".repeat(80));
  }

  @Test
  void inkIsInvisibleWithoutColours() {
    assertThat(new Ink(false).bold("text")).isEqualTo("text");
    assertThat(new Ink(true).bold("text")).isEqualTo("\u001b[1mtext\u001b[0m");
  }

  private void showTwoStatuses(boolean terminal) {
    try (LiveLine line = new LiveLine(new PrintWriter(written, true), terminal)) {
      line.show("queued", " 1 s");
      line.show("queued", " 2 s");
      line.show("in_progress", " 3 s");
    }
  }
}
