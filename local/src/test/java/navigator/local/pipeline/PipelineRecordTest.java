package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipelineRecordTest {

  private final PipelineRecord record = new PipelineRecord();

  @Test
  void answerOfTwoLinesIsFoundInALogLine() {
    record.privateText("You said \"hello\".\nI say \"goodbye\".");

    record.line("worker", "{\"message\":\"oops\",\"reply\":\"x\\nI say \\\"goodbye\\\".\"}");

    assertThat(record.linesWithPrivateText()).hasSize(1);
  }

  @Test
  void textIsFoundInALineThatIsNotJson() {
    record.privateText("What is that?");

    record.line("worker", "java.lang.IllegalStateException: What is that?");

    assertThat(record.linesWithPrivateText()).hasSize(1);
  }

  @Test
  void lineWithoutAnyOfTheTextsIsFine() {
    record.privateText("What is that?");

    record.line("worker", "{\"message\":\"request.claimed\"}");

    assertThat(record.linesWithPrivateText()).isEmpty();
  }
}
