package navigator.bench.replay;

import java.time.InstantSource;
import java.util.Arrays;
import navigator.bench.replay.aws.CallCounts;
import navigator.bench.replay.aws.ReplayServers;
import navigator.contracts.table.DeadLetterState;
import navigator.ops.GroupLetters;
import navigator.ops.LetterFilter;
import navigator.ops.LetterGroup;
import navigator.ops.LetterIndex;
import navigator.ops.LetterPage;
import navigator.ops.LetterQuery;
import navigator.ops.ListLetters;
import org.jspecify.annotations.Nullable;

/** Measures what operators read of parked letters. */
final class MeasureReads {

  private static final int PAGE = 100;
  private static final int SHORT_RUNS = 31;
  private static final int LONG_RUNS = 5;
  private static final double NANOS_A_MILLI = 1e6;
  private static final LetterQuery PARKED =
      LetterQuery.of(DeadLetterState.PARKED, LetterFilter.ALL);

  private final ReplayServers servers;
  private final CallCounts calls;
  private final ListLetters list;
  private final GroupLetters group;

  MeasureReads(ReplayServers servers) {
    LetterIndex index = servers.ops().letterIndex();
    this.servers = servers;
    this.calls = servers.reads();
    this.list = new ListLetters(index, InstantSource.system());
    this.group = new GroupLetters(index);
  }

  /** One way to read. */
  @FunctionalInterface
  private interface Read {
    long read() throws InterruptedException;
  }

  ReadTimes measure() throws InterruptedException {
    // The first time of all loads classes and opens connections.
    long listed = walk();
    long grouped = groups();
    ReadTimes.Reading query =
        reading(
            SHORT_RUNS,
            () -> {
              servers.query(PAGE);
              return 1;
            });
    ReadTimes.Reading firstPage = reading(SHORT_RUNS, () -> page(PAGE, null).items().size());
    ReadTimes.Reading allPages = reading(LONG_RUNS, this::walk);
    ReadTimes.Reading groups = reading(LONG_RUNS, this::groups);
    return new ReadTimes(
        query.millis(), firstPage, allPages, groups, listed, grouped, calls.scans());
  }

  private ReadTimes.Reading reading(int runs, Read read) throws InterruptedException {
    double[] millis = new double[runs];
    long before = calls.queries();
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      long _ = read.read();
      millis[i] = (System.nanoTime() - start) / NANOS_A_MILLI;
    }
    Arrays.sort(millis);
    return new ReadTimes.Reading(millis[runs / 2], (calls.queries() - before) / runs);
  }

  private long walk() throws InterruptedException {
    long letters = 0;
    @Nullable String cursor = null;
    do {
      LetterPage page = page(ListLetters.MAX_LIMIT, cursor);
      letters += page.items().size();
      cursor = page.next();
    } while (cursor != null);
    return letters;
  }

  private long groups() throws InterruptedException {
    return group.group(PARKED).stream().mapToLong(LetterGroup::count).sum();
  }

  private LetterPage page(int limit, @Nullable String cursor) throws InterruptedException {
    return list.list(PARKED, limit, cursor)
        .orElseThrow(() -> new IllegalStateException("A list does not know its own cursor"));
  }
}
