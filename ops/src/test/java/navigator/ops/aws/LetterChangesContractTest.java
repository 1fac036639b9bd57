package navigator.ops.aws;

import static navigator.ops.aws.StoredLetters.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.ChangeLetters;
import navigator.ops.ChangePlan;
import navigator.ops.ChangeRefusal;
import navigator.ops.ChangeReport;
import navigator.ops.Letter;
import navigator.ops.LetterChange;
import navigator.ops.LetterFilter;
import navigator.ops.LetterQuery;
import navigator.ops.LetterSelection;
import navigator.ops.LetterSummary;
import navigator.ops.ListLetters;
import navigator.ops.Operator;
import navigator.ops.ReadAudit;
import navigator.ops.aws.StoredLetters.Kind;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LetterChangesContractTest {

  private static final Instant NOW = FAILED.plusSeconds(3600);
  private static final Operator OPERATOR = new Operator("arn:aws:iam::1:user/o", "spam");

  private final TestTable table = TestTable.create();
  private final StoredLetters letters = new StoredLetters(table);
  private final OpsTable ops = new OpsTable(table.client(), table.name());
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final ChangeLetters changes =
      new ChangeLetters(ops.letterIndex(), ops.letters(), ops.letterWriter(), ops.audit(), clock);

  @Test
  void aDiscardedLetterIsListedAsSuchAndCanBeRestored() throws Exception {
    DeadLetterId id = letters.put(Kind.USUAL, FAILED);
    Map<String, AttributeValue> before = table.item(Keys.deadLetter(id));
    assertThat(change(LetterChange.DISCARD, id).done()).isEqualTo(1);
    assertThat(listed(DeadLetterState.PARKED)).isEmpty();
    assertThat(listed(DeadLetterState.DISCARDED)).containsExactly(id);
    Map<String, AttributeValue> discarded = table.item(Keys.deadLetter(id));
    assertThat(discarded)
        .containsEntry(Attribute.EXPIRES_AT, before.get(Attribute.EXPIRES_AT))
        .containsEntry(Attribute.ORIGINAL, before.get(Attribute.ORIGINAL))
        .containsEntry(Attribute.UPDATED_AT, AttributeValue.fromS("2026-03-02T10:30:00.123456Z"));
    assertThat(change(LetterChange.RESTORE, id).done()).isEqualTo(1);
    assertThat(listed(DeadLetterState.PARKED)).containsExactly(id);
    assertThat(listed(DeadLetterState.DISCARDED)).isEmpty();
  }

  @Test
  void aMessageThatCouldNotBeReadIsDiscardedAndRestoredToo() throws Exception {
    DeadLetterId id = letters.putUnreadable("m-1", FAILED);
    change(LetterChange.DISCARD, id);
    assertThat(listed(DeadLetterState.DISCARDED)).containsExactly(id);
    change(LetterChange.RESTORE, id);
    assertThat(listed(DeadLetterState.PARKED)).containsExactly(id);
  }

  @Test
  void whatTheChangeIsNotForIsSkippedAndCounted() throws Exception {
    DeadLetterId parked = letters.put(Kind.USUAL, FAILED);
    DeadLetterId replaying = letters.put(Kind.USUAL.with(DeadLetterState.REPLAYING), FAILED);
    DeadLetterId resolved = letters.put(Kind.USUAL.with(DeadLetterState.RESOLVED), FAILED);
    DeadLetterId discarded = letters.put(Kind.USUAL.with(DeadLetterState.DISCARDED), FAILED);
    DeadLetterId expired = letters.put(Kind.USUAL, NOW.minus(StoredLetters.RETENTION));
    DeadLetterId unknown = new DeadLetterId.OfRequest(RequestId.random());
    LetterSelection all =
        new LetterSelection.Named(
            List.of(parked, replaying, resolved, discarded, expired, unknown));
    Map<ChangeRefusal, Long> skipped =
        Map.of(
            ChangeRefusal.REPLAYING, 1L,
            ChangeRefusal.RESOLVED, 1L,
            ChangeRefusal.DISCARDED, 1L,
            ChangeRefusal.EXPIRED, 1L,
            ChangeRefusal.NOT_FOUND, 1L);
    ChangePlan plan = changes.plan(LetterChange.DISCARD, all);
    assertThat(plan.toChange()).isEqualTo(1);
    assertThat(plan.skipped()).isEqualTo(skipped);
    Map<String, AttributeValue> untouched = table.item(Keys.deadLetter(resolved));
    ChangeReport report = change(LetterChange.DISCARD, all);
    assertThat(report).isEqualTo(new ChangeReport(report.operation(), 6, 1, skipped));
    assertThat(table.item(Keys.deadLetter(resolved))).isEqualTo(untouched);
  }

  @Test
  void aLetterCanBeRestoredOnlyUntilItExpires() throws Exception {
    DeadLetterId id =
        letters.put(Kind.USUAL.with(DeadLetterState.DISCARDED), NOW.minus(StoredLetters.RETENTION));
    assertThat(change(LetterChange.RESTORE, id).skipped())
        .isEqualTo(Map.of(ChangeRefusal.EXPIRED, 1L));
    DeadLetterId last =
        letters.put(
            Kind.USUAL.with(DeadLetterState.DISCARDED),
            NOW.minus(StoredLetters.RETENTION).plusSeconds(1));
    assertThat(change(LetterChange.RESTORE, last).done()).isEqualTo(1);
  }

  @Test
  void aFilterSelectsTheLettersOfTheStateThatTheChangeIsFor() throws Exception {
    List<DeadLetterId> denied =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    letters.put(
                        Kind.USUAL.with(ErrorCode.ACCESS_DENIED, "Access was denied."),
                        FAILED.plusSeconds(i)))
            .toList();
    DeadLetterId other = letters.put(Kind.USUAL, FAILED);
    LetterSelection selection =
        new LetterSelection.Filtered(
            new LetterFilter(ErrorCode.ACCESS_DENIED, null, null, null, null));
    ChangePlan plan = changes.plan(LetterChange.DISCARD, selection);
    assertThat(plan.toChange()).isEqualTo(60);
    List<Long> progress = new ArrayList<>();
    ChangeReport report =
        changes.change(LetterChange.DISCARD, selection, plan, OPERATOR, progress::add);
    assertThat(report.done()).isEqualTo(60);
    assertThat(progress).containsExactly(25L, 50L, 60L);
    assertThat(listed(DeadLetterState.PARKED)).containsExactly(other);
    assertThat(listed(DeadLetterState.DISCARDED)).containsExactlyInAnyOrderElementsOf(denied);
  }

  @Test
  void whatFailsAfterThePlanIsNotChanged() throws Exception {
    DeadLetterId seen = letters.put(Kind.USUAL, FAILED);
    LetterSelection all = new LetterSelection.Filtered(LetterFilter.ALL);
    ChangePlan plan = changes.plan(LetterChange.DISCARD, all);
    DeadLetterId later = letters.put(Kind.USUAL, NOW);
    assertThat(changes.change(LetterChange.DISCARD, all, plan, OPERATOR, _ -> {}).done())
        .isEqualTo(1);
    assertThat(listed(DeadLetterState.DISCARDED)).containsExactly(seen);
    assertThat(listed(DeadLetterState.PARKED)).containsExactly(later);
    assertThat(new ReadAudit(ops.audit(), clock).since(NOW.minusSeconds(60)))
        .extracting(AuditRecord::subject)
        .containsOnly(Map.of("filter", "all"));
  }

  @Test
  void aPlanWritesNothing() throws Exception {
    DeadLetterId id = letters.put(Kind.USUAL, FAILED);
    List<Map<String, AttributeValue>> before = table.items();
    changes.plan(LetterChange.DISCARD, new LetterSelection.Named(List.of(id)));
    changes.plan(LetterChange.DISCARD, new LetterSelection.Filtered(LetterFilter.ALL));
    assertThat(table.items()).isEqualTo(before);
  }

  @Test
  void whoDidWhatAndWhyIsWrittenDownBeforeAndAfter() throws Exception {
    DeadLetterId id = letters.put(Kind.USUAL, FAILED);
    DeadLetterId unknown = new DeadLetterId.OfRequest(RequestId.random());
    ChangeReport report =
        change(LetterChange.DISCARD, new LetterSelection.Named(List.of(id, unknown)));
    List<AuditRecord> records =
        new ReadAudit(ops.audit(), clock).since(NOW.minusSeconds(60)).toList();
    assertThat(records)
        .extracting(
            AuditRecord::action,
            AuditRecord::phase,
            AuditRecord::operation,
            AuditRecord::actor,
            AuditRecord::reason,
            AuditRecord::counts)
        .containsExactlyInAnyOrder(
            tuple(
                AuditAction.DISCARD,
                AuditRecord.Phase.REQUESTED,
                report.operation(),
                OPERATOR.actor(),
                "spam",
                Map.of("matched", 2L)),
            tuple(
                AuditAction.DISCARD,
                AuditRecord.Phase.DONE,
                report.operation(),
                OPERATOR.actor(),
                "spam",
                Map.of("matched", 2L, "done", 1L, "skipped_not_found", 1L)));
    assertThat(records)
        .allSatisfy(
            done -> assertThat(done.subject()).containsEntry("ids", id.text() + " " + unknown));
  }

  @Test
  void aWriteThatTheSdkRepeatsCountsAsDone() {
    DeadLetterId id = letters.put(Kind.USUAL, FAILED);
    assertThat(ops.letterWriter().write(id, LetterChange.DISCARD, "op-1", NOW)).isEmpty();
    assertThat(ops.letterWriter().write(id, LetterChange.DISCARD, "op-1", NOW)).isEmpty();
    assertThat(ops.letterWriter().write(id, LetterChange.DISCARD, "op-2", NOW))
        .contains(ChangeRefusal.DISCARDED);
    assertThat(ops.letters().letters(List.of(id), false))
        .extracting(Letter::operation)
        .containsExactly("op-1");
  }

  private ChangeReport change(LetterChange change, DeadLetterId id) throws InterruptedException {
    return change(change, new LetterSelection.Named(List.of(id)));
  }

  private ChangeReport change(LetterChange change, LetterSelection selection)
      throws InterruptedException {
    ChangePlan plan = changes.plan(change, selection);
    return changes.change(change, selection, plan, OPERATOR, _ -> {});
  }

  private List<DeadLetterId> listed(DeadLetterState state) throws InterruptedException {
    return new ListLetters(ops.letterIndex(), clock)
        .list(LetterQuery.of(state, LetterFilter.ALL), 1000, null).orElseThrow().items().stream()
            .map(LetterSummary::id)
            .toList();
  }
}
