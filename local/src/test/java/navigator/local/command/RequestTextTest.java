package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.http.RequestObject;
import navigator.contracts.http.RequestObject.ErrorObject;
import navigator.contracts.http.RequestObject.Fallback;
import navigator.local.terminal.Ink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestTextTest {

  private static final RequestId ID = RequestId.random();
  private static final ConversationId CONVERSATION = ConversationId.random();

  private final StringWriter written = new StringWriter();
  private final RequestText text = new RequestText(new PrintWriter(written), new Ink(false));

  @Test
  void anAnswerIsTheReplyAndWhatOneNeedsToGoOn() {
    text.answer(request(Status.COMPLETED, "Send it by Friday.", null, null));

    assertThat(written.toString().lines())
        .containsExactly(
            "Send it by Friday.",
            "",
            "request       " + ID,
            "conversation  " + CONVERSATION,
            "model         sonnet, 412 tokens in, 96 out, 2.00 s");
  }

  @Test
  void aFallbackReplyIsMarkedWithItsReason() {
    ErrorObject error = new ErrorObject(ErrorCode.ACCESS_DENIED, "No access to it.", false);
    text.answer(request(Status.FALLBACK, "Sorry.", new Fallback(ErrorCode.ACCESS_DENIED), error));

    assertThat(written.toString()).contains("fallback      access_denied: No access to it.");
  }

  @Test
  void aRequestWithoutAReplyShowsWhereItStands() {
    text.all(request(Status.IN_PROGRESS, null, null, null));

    assertThat(written.toString()).contains("status        in_progress", "attempts      1");
  }

  private static RequestObject request(
      Status status,
      @Nullable String reply,
      @Nullable Fallback fallback,
      @Nullable ErrorObject error) {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    return new RequestObject(
        ID,
        CONVERSATION,
        status,
        reply,
        "user",
        at,
        "sonnet",
        at,
        at,
        at.plusSeconds(2),
        at.plusSeconds(900),
        null,
        1,
        new Usage(412, 96, 0, 0),
        "end_turn",
        fallback,
        error,
        Map.of(),
        null,
        RequestObject.Urls.of(ID, CONVERSATION));
  }
}
