package navigator.ops.aws;

import static java.util.Objects.requireNonNull;
import static navigator.ops.aws.StoredLetters.FAILED;
import static navigator.ops.aws.StoredLetters.QUESTION;
import static navigator.ops.aws.StoredLetters.SHOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Wire;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.AuditView;
import navigator.ops.ChangeLetters;
import navigator.ops.ExportLetters;
import navigator.ops.Letter;
import navigator.ops.LetterChange;
import navigator.ops.LetterFilter;
import navigator.ops.LetterQuery;
import navigator.ops.LetterSelection;
import navigator.ops.Operator;
import navigator.ops.ReadAudit;
import navigator.ops.RequestFacts;
import navigator.ops.StoredOutcome;
import navigator.ops.Story;
import navigator.ops.TellStory;
import navigator.ops.aws.StoredLetters.Kind;
import org.junit.jupiter.api.Test;

class StoriesContractTest {

  private static final Instant NOW = FAILED.plusSeconds(3600);
  private static final Operator OPERATOR = new Operator("arn:aws:iam::1:user/o", "ticket 12");
  private static final RequestId ID = RequestId.random();
  private static final DeadLetterId LETTER = new DeadLetterId.OfRequest(ID);
  private static final LetterQuery PARKED =
      LetterQuery.of(DeadLetterState.PARKED, LetterFilter.ALL);

  private final TestTable table = TestTable.create();
  private final StoredLetters letters = new StoredLetters(table);
  private final OpsTable ops = new OpsTable(table.client(), table.name());
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final TellStory stories = new TellStory(ops.letters(), ops.audit(), clock);
  private final ExportLetters exports =
      new ExportLetters(ops.letterIndex(), ops.letters(), ops.audit(), clock);

  @Test
  void aStoryHoldsTheRequestItsOutcomesAndItsLetter() {
    letters.putRequest(ID, FAILED);
    letters.put(Kind.USUAL, ID, FAILED);
    Story story = stories.tell(LETTER).orElseThrow();
    RequestFacts request = requireNonNull(story.request());
    assertThat(request.status()).isEqualTo(Status.FALLBACK);
    assertThat(request.crashes()).isEqualTo(1);
    assertThat(request.pending()).isFalse();
    assertThat(story.outcomes())
        .extracting(StoredOutcome::generation, StoredOutcome::answered, StoredOutcome::code)
        .containsExactly(tuple(0, false, ErrorCode.MODEL_UNAVAILABLE));
    Letter letter = requireNonNull(story.letter());
    assertThat(letter.originalKept()).isTrue();
    assertThat(letter.expiresAt())
        .isEqualTo(Instant.ofEpochSecond(FAILED.plus(StoredLetters.RETENTION).getEpochSecond()));
    assertThat(letter.generations())
        .containsExactly(
            new Letter.Generation(
                0, ErrorCode.MODEL_UNAVAILABLE, StoredLetters.DETAIL, 5, FAILED, null, null, null));
    assertThat(Wire.write(story)).doesNotContain(QUESTION, SHOWN);
  }

  @Test
  void textIsToldOnRecordAlone() {
    letters.putRequest(ID, FAILED);
    letters.put(Kind.USUAL, ID, FAILED);
    Story story = stories.tellWithText(LETTER, OPERATOR).orElseThrow();
    assertThat(story.asked()).isEqualTo(QUESTION);
    assertThat(story.shown()).isEqualTo(SHOWN);
    assertThat(requireNonNull(story.letter()).text()).isEqualTo(new Letter.Text(QUESTION, null));
    assertThat(story.audit())
        .extracting(AuditView::action, AuditView::phase, AuditView::reason)
        .containsExactly(tuple("show_text", "done", "ticket 12"));
  }

  @Test
  void aMessageThatCouldNotBeReadHasAStoryToo() {
    DeadLetterId id = letters.putUnreadable("m-1", FAILED);
    Story story = stories.tell(id).orElseThrow();
    assertThat(story.request()).isNull();
    Letter letter = requireNonNull(story.letter());
    assertThat(letter.bodySha256()).isEqualTo("ab12");
    assertThat(letter.text()).isNull();
    assertThat(stories.tellWithText(id, OPERATOR).orElseThrow().letter())
        .extracting(Letter::text)
        .isEqualTo(new Letter.Text(null, QUESTION));
  }

  @Test
  void thereIsNoStoryOfWhatIsNotThereAndNoRecordOfAskingForIt() {
    assertThat(stories.tell(LETTER)).isEmpty();
    assertThat(stories.tellWithText(LETTER, OPERATOR)).isEmpty();
    assertThat(table.items()).isEmpty();
  }

  @Test
  void aStoryTellsWhatOperatorsDidByIdOrByFilterAndNothingAboutOthers() throws Exception {
    letters.put(Kind.USUAL, ID, FAILED);
    DeadLetterId other = letters.put(Kind.USUAL.ofUser("bob"), FAILED);
    change(LetterChange.DISCARD, new LetterSelection.Named(List.of(other)));
    change(
        LetterChange.DISCARD,
        new LetterSelection.Filtered(new LetterFilter(null, null, "ann", null, null)));
    assertThat(stories.tell(LETTER).orElseThrow().audit())
        .extracting(done -> done.subject().get("user_id"))
        .containsExactly("ann", "ann");
    change(LetterChange.RESTORE, new LetterSelection.Named(List.of(LETTER)));
    assertThat(stories.tell(LETTER).orElseThrow().audit())
        .extracting(AuditView::action)
        .containsOnly("restore");
  }

  @Test
  void anExportHasEveryLetterOnceTheNewestFirstWithoutText() throws Exception {
    List<DeadLetterId> put =
        IntStream.range(0, 230)
            .mapToObj(i -> letters.put(Kind.USUAL, FAILED.plusSeconds(i)))
            .toList();
    DeadLetterId unreadable = letters.putUnreadable("m-1", FAILED.minusSeconds(1));
    List<Letter> exported = new ArrayList<>();
    assertThat(exports.export(PARKED, exported::add)).isEqualTo(231);
    assertThat(exported.subList(0, 230))
        .extracting(Letter::id)
        .containsExactlyElementsOf(put.reversed());
    assertThat(exported.getLast().id()).isEqualTo(unreadable);
    assertThat(exported).allSatisfy(l -> assertThat(Wire.write(l)).doesNotContain(QUESTION));
    assertThat(records()).isEmpty();
  }

  @Test
  void anExportWithTextIsOnRecordWithItsCount() throws Exception {
    letters.put(Kind.USUAL, FAILED);
    List<Letter> exported = new ArrayList<>();
    exports.exportWithText(PARKED, OPERATOR, exported::add);
    assertThat(exported).extracting(Letter::text).containsExactly(new Letter.Text(QUESTION, null));
    assertThat(records())
        .extracting(AuditRecord::action, AuditRecord::phase, done -> done.counts().get("done"))
        .containsExactlyInAnyOrder(
            tuple(AuditAction.EXPORT_TEXT, AuditRecord.Phase.REQUESTED, null),
            tuple(AuditAction.EXPORT_TEXT, AuditRecord.Phase.DONE, 1L));
  }

  private List<AuditRecord> records() {
    return new ReadAudit(ops.audit(), clock).since(NOW.minusSeconds(60)).toList();
  }

  private void change(LetterChange change, LetterSelection selection) throws Exception {
    ChangeLetters changes =
        new ChangeLetters(ops.letterIndex(), ops.letters(), ops.letterWriter(), ops.audit(), clock);
    changes.change(change, selection, changes.plan(change, selection), OPERATOR, _ -> {});
  }
}
