package navigator.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import navigator.contracts.testing.CapturedLog;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journal says and what its file holds are the same, whatever fails. */
class JournalFailureContractTest {

  @TempDir private Path directory;

  record Note(String id) implements Pending {}

  @Test
  void ofABatchThatFailsHalfWayNothingIsKept() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      notes.keep(new Note("before"));

      inOneBatchWithAFailure(journal, () -> notes.take(List.of(new Note("lost"))));

      assertThat(notes.size()).isEqualTo(1);
      notes.keep(new Note("after"));
      assertThat(notes.size()).isEqualTo(2);
    }
    assertThat(left()).containsExactlyInAnyOrder(new Note("before"), new Note("after"));
  }

  @Test
  void aBacklogOutlivesAFailureBeforeItsFirstEntry() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      var broken = journal.write(JournalFailureContractTest::fail, () -> {});
      assertThatThrownBy(broken::join).hasMessageContaining("broken edit");

      notes.keep(new Note("first"));
    }
    assertThat(left()).containsExactly(new Note("first"));
  }

  @Test
  void whatCouldNotBeFinishedIsToldAndStays() throws IOException {
    try (var journal = Journal.open(file());
        var log = CapturedLog.silently()) {
      var notes = journal.named("notes", Note.class);
      notes.keep(new Note("stays"));

      inOneBatchWithAFailure(
          journal,
          () -> {
            notes.finish("stays");
            return journal.write(() -> {}, () -> {});
          });

      assertThat(notes.size()).isEqualTo(1);
      assertThat(log.text())
          .contains("stays of notes stays in the journal")
          .contains("broken edit");
    }
    assertThat(left()).containsExactly(new Note("stays"));
  }

  @ParameterizedTest
  @EnumSource
  void afterAFailureOfTheDiskNothingMoreIsTaken(FailingDisk.Operation failing) throws IOException {
    var store =
        new MVStore.Builder().fileName(FailingDisk.name(file())).autoCommitDisabled().open();
    try (var log = CapturedLog.silently()) {
      try (var journal = Journal.on(store)) {
        var notes = journal.named("notes", Note.class);
        notes.keep(new Note("kept"));

        FailingDisk.fail(failing);
        assertThatThrownBy(() -> notes.keep(new Note("lost")))
            .isInstanceOf(CompletionException.class);
        FailingDisk.recover();

        // Whether the lost one is on disk is not known; what comes after would build on that.
        assertThatThrownBy(() -> notes.keep(new Note("late")))
            .isInstanceOf(CompletionException.class);
        notes.finish("kept");
        assertThat(notes.size()).isEqualTo(1);
      }
      assertThat(log.text()).contains("kept of notes stays in the journal");
    }
    assertThat(left()).contains(new Note("kept")).doesNotContain(new Note("late"));
  }

  // The writer is held up by a batch of its own, so that what follows is the next one.
  private static void inOneBatchWithAFailure(
      Journal journal, Supplier<CompletableFuture<Void>> write) {
    var atWork = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var before =
        journal.write(
            () -> {
              atWork.countDown();
              await(goOn);
            },
            () -> {});
    await(atWork);
    var written = write.get();
    var broken = journal.write(JournalFailureContractTest::fail, () -> {});
    goOn.countDown();
    before.join();
    assertThatThrownBy(written::join).hasMessageContaining("broken edit");
    assertThatThrownBy(broken::join).hasMessageContaining("broken edit");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fail() {
    throw new IllegalStateException("broken edit");
  }

  private Path file() {
    return directory.resolve("journal");
  }

  private List<Note> left() throws IOException {
    try (var journal = Journal.open(file())) {
      return journal.named("notes", Note.class).left();
    }
  }
}
