package navigator.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.http.Page;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.contracts.table.SkipReason;
import navigator.contracts.testing.SchemaFields;
import navigator.contracts.wire.Wire;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.AuditView;
import navigator.ops.Letter;
import navigator.ops.LetterGroup;
import navigator.ops.LetterSummary;
import navigator.ops.PendingRequest;
import navigator.ops.QueueDepth;
import navigator.ops.QueueReport;
import navigator.ops.ReplayStep;
import navigator.ops.RequestFacts;
import navigator.ops.StackQueue;
import navigator.ops.StoredOutcome;
import navigator.ops.Story;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayObject;
import navigator.ops.replay.ReplayPlanObject;
import navigator.ops.replay.SelectionObject;
import navigator.ops.replay.TokenEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records and schemas name the same fields and words, and the same fields as optional. */
class OpsSchemasTest {

  private static final String STORY = "dead-letter-story.json";
  private static final String REPLAY = "replay-object.json";

  @ParameterizedTest
  @MethodSource("recordsAndSchemas")
  void schemasNameTheFieldsOfTheirRecord(Class<?> type, String file, String pointer) {
    assertThat(SchemaFields.ofSchema(file, pointer)).isEqualTo(SchemaFields.ofRecord(type));
  }

  static Stream<Arguments> recordsAndSchemas() {
    return Stream.of(
        Arguments.of(Page.class, "dead-letter-page.json", ""),
        Arguments.of(LetterSummary.class, "dead-letter-summary.json", ""),
        Arguments.of(LetterGroup.class, "dead-letter-groups.json", "/properties/items/items"),
        Arguments.of(Story.class, STORY, ""),
        Arguments.of(RequestFacts.class, STORY, "/properties/request"),
        Arguments.of(StoredOutcome.class, STORY, "/properties/outcomes/items"),
        Arguments.of(Letter.class, STORY, "/properties/letter"),
        Arguments.of(
            Letter.Generation.class, STORY, "/properties/letter/properties/generations/items"),
        Arguments.of(Letter.Text.class, STORY, "/properties/letter/properties/text"),
        Arguments.of(ReplayStep.class, STORY, "/properties/replays/items"),
        Arguments.of(Page.class, "audit-page.json", ""),
        Arguments.of(AuditView.class, "audit-record.json", ""),
        Arguments.of(QueueReport.class, "queues.json", ""),
        Arguments.of(QueueDepth.class, "queues.json", "/properties/queues/items"),
        Arguments.of(PendingRequest.class, "queues.json", "/properties/pending"),
        Arguments.of(SelectionObject.class, "replay-selection.json", ""),
        Arguments.of(ReplayPlanObject.class, "replay-plan.json", ""),
        Arguments.of(TokenEstimate.class, "replay-plan.json", "/properties/tokens"),
        Arguments.of(Page.class, "replay-page.json", ""),
        Arguments.of(ReplayObject.class, REPLAY, ""),
        Arguments.of(ReplayObject.Urls.class, REPLAY, "/properties/urls"),
        Arguments.of(ReplayCounts.class, REPLAY, "/properties/counts"));
  }

  @Test
  void schemasNameTheWordsOfTheirEnum() {
    assertThat(SchemaFields.words("types.json", "/$defs/dead_letter_state"))
        .isEqualTo(Arrays.stream(DeadLetterState.values()).map(DeadLetterState::wireName).toList());
    assertThat(SchemaFields.words("audit-record.json", "/properties/action"))
        .isEqualTo(Arrays.stream(AuditAction.values()).map(AuditAction::wireName).toList());
    assertThat(SchemaFields.words("audit-record.json", "/properties/phase"))
        .isEqualTo(
            Arrays.stream(AuditRecord.Phase.values()).map(AuditRecord.Phase::wireName).toList());
    assertThat(SchemaFields.words("queues.json", "/properties/queues/items/properties/queue"))
        .isEqualTo(Arrays.stream(StackQueue.values()).map(StackQueue::wireName).toList());
    assertThat(SchemaFields.words(REPLAY, "/properties/state"))
        .isEqualTo(Arrays.stream(ReplayState.values()).map(ReplayState::wireName).toList());
    assertThat(SchemaFields.words(REPLAY, "/properties/stop"))
        .isEqualTo(Arrays.stream(ReplayStop.values()).map(ReplayStop::wireName).toList());
  }

  @Test
  void theStoryNamesTheWordsOfItsReplays() {
    assertThat(SchemaFields.words(STORY, "/properties/replays/items/properties/state"))
        .isEqualTo(Arrays.stream(EntryState.values()).map(EntryState::wireName).toList());
    assertThat(SchemaFields.words(STORY, "/properties/replays/items/properties/skipped"))
        .isEqualTo(Arrays.stream(SkipReason.values()).map(SkipReason::wireName).toList());
  }

  @ParameterizedTest
  @MethodSource("words")
  void wordsAreWrittenByTheirWireNames(Object word, String wireName) {
    assertThat(Wire.write(word)).isEqualTo("\"" + wireName + "\"");
  }

  static Stream<Arguments> words() {
    return Stream.of(
            Arrays.stream(DeadLetterState.values()).map(w -> Arguments.of(w, w.wireName())),
            Arrays.stream(EntryState.values()).map(w -> Arguments.of(w, w.wireName())),
            Arrays.stream(SkipReason.values()).map(w -> Arguments.of(w, w.wireName())))
        .flatMap(words -> words);
  }

  @Test
  void aFieldThatASchemaForgotIsAFault() {
    assertThat(new SchemaFields(List.of("id"), List.of("id")))
        .isNotEqualTo(SchemaFields.ofRecord(LetterSummary.class));
  }
}
