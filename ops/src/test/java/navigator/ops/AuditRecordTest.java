package navigator.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditRecordTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void whatIsDoneBelongsToWhatWasRequested() {
    AuditRecord requested = requested("arn:aws:iam::1:user/ada", "incident 7");
    AuditRecord done = requested.done(NOW.plusSeconds(1), Map.of("discarded", 2L));
    assertThat(done)
        .usingRecursiveComparison()
        .ignoringFields("at", "id", "phase", "counts")
        .isEqualTo(requested);
    assertThat(done.phase()).isEqualTo(AuditRecord.Phase.DONE);
    assertThat(done.id()).isNotEqualTo(requested.id());
    assertThat(done.counts()).containsExactly(Map.entry("discarded", 2L));
  }

  @Test
  void nobodyAndNoReasonAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> requested(" ", "incident 7"))
        .withMessage("actor is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> requested("ada", ""))
        .withMessage("reason is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> requested("ada", "x".repeat(AuditRecord.MOST_CHARACTERS + 1)))
        .withMessage("reason has over 1000 characters");
  }

  private static AuditRecord requested(String actor, String reason) {
    return AuditRecord.requested(
        NOW,
        AuditAction.DISCARD,
        AuditRecord.newOperation(),
        actor,
        reason,
        Map.of("error_code", "internal"),
        Map.of("matched", 2L));
  }
}
