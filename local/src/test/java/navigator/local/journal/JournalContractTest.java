package navigator.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalContractTest {

  @TempDir private Path directory;

  record Note(String id, String text) implements Pending {}

  @Test
  void whatWasTakenAndNotFinishedIsLeftAfterAKill() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      notes.take(List.of(new Note("1", "first"), new Note("2", "second"))).join();
      notes.keep(new Note("3", "third"));
      notes.finish("2");
      notes.keep(new Note("3", "again"));

      assertThat(leftAfterAKill())
          .containsExactlyInAnyOrder(new Note("1", "first"), new Note("3", "again"));
      assertThat(notes.size()).isEqualTo(2);
    }
  }

  @Test
  void nobodyIsToldThatAnEntryIsKeptBeforeItIsOnDisk() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      for (int i = 0; i < 20; i++) {
        notes.keep(new Note("" + i, "text"));
        assertThat(leftAfterAKill()).hasSize(i + 1);
      }
    }
  }

  @Test
  void aWriteThatWasBrokenOffLeavesWhatWasThereBefore() throws IOException {
    try (var journal = Journal.open(file())) {
      journal.named("notes", Note.class).keep(new Note("1", "whole"));
      Path torn = Snapshot.of(file());
      Files.write(torn, new byte[] {1, 2, 3, 4, 5, 6, 7}, StandardOpenOption.APPEND);

      assertThat(left(torn)).containsExactly(new Note("1", "whole"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 4000, 4096})
  void aWriteOfWhichTheEndIsMissingLeavesWhatWasThereBefore(long missing) throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      notes.keep(new Note("1", "whole"));
      var before = Files.size(file());
      notes.keep(new Note("2", "torn"));
      // Only what the last write added may be missing.
      var added = Files.size(file()) - before;
      assertThat(added).isPositive();

      assertThat(left(Snapshot.torn(file(), Math.min(missing, added))))
          .contains(new Note("1", "whole"));
    }
  }

  @Test
  void whatWasFinishedTakesNoRoom() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      for (int i = 0; i < 3000; i++) {
        var _ = notes.take(List.of(new Note("" + i, "x".repeat(1000))));
        notes.finish("" + i);
      }
      notes.keep(new Note("last", "text"));
    }

    assertThat(left(file())).containsExactly(new Note("last", "text"));
    assertThat(Files.size(file())).isLessThan(200_000);
  }

  @Test
  void somethingElseThanAnEntryIsToldWithoutItsText() throws IOException {
    record Other(String id, int text) implements Pending {}
    try (var journal = Journal.open(file())) {
      journal.named("notes", Other.class).keep(new Other("1", 4711));
    }
    try (var journal = Journal.open(file())) {
      assertThatThrownBy(() -> journal.named("notes", Note.class))
          .hasMessageContaining("Note")
          .hasMessageContaining("text")
          .hasMessageNotContaining("4711");
    }
  }

  @Test
  void entriesTakenByManyAtOnceAreAllKept() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      IntStream.range(0, 200).parallel().forEach(i -> notes.keep(new Note("" + i, "text")));

      assertThat(leftAfterAKill()).hasSize(200);
    }
  }

  @Test
  void anInterruptOfWhoWaitsDoesNoHarm() throws IOException {
    try (var journal = Journal.open(file())) {
      var notes = journal.named("notes", Note.class);
      Thread.currentThread().interrupt();
      notes.keep(new Note("1", "first"));
      assertThat(Thread.interrupted()).isTrue();
      notes.keep(new Note("2", "second"));

      assertThat(leftAfterAKill()).hasSize(2);
    }
  }

  @Test
  void nothingIsTakenOnceItIsClosed() throws IOException {
    var journal = Journal.open(file());
    var notes = journal.named("notes", Note.class);
    journal.close();

    assertThatThrownBy(() -> notes.keep(new Note("1", "late")))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aFileThatIsNoJournalIsRefusedByName() throws IOException {
    Files.writeString(file(), "something else");

    assertThatThrownBy(() -> Journal.open(file()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file().toString());
  }

  private Path file() {
    return directory.resolve("journal");
  }

  /** The file as it is now, as a process finds it whose predecessor was killed now. */
  private List<Note> leftAfterAKill() throws IOException {
    return left(Snapshot.of(file()));
  }

  private static List<Note> left(Path file) throws IOException {
    try (var journal = Journal.open(file)) {
      return journal.named("notes", Note.class).left();
    }
  }
}
