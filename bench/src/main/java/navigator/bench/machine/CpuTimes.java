package navigator.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What all processors together have done since the machine started, in ticks.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 */
record CpuTimes(long busy, long idle) {

  private static final Path STAT = Path.of("/proc/stat");
  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;

  // The guests' time, in the columns after these, is in the users' already.
  private static final int COLUMNS = 8;

  static CpuTimes now() throws IOException {
    return parse(Files.readAllLines(STAT).getFirst());
  }

  /** Reads the first line of the file. */
  static CpuTimes parse(String line) {
    long[] ticks =
        Arrays.stream(line.strip().split("\\s+"))
            .skip(1)
            .limit(COLUMNS)
            .mapToLong(Long::parseLong)
            .toArray();
    long idle = ticks[IDLE] + ticks[IO_WAIT];
    return new CpuTimes(Arrays.stream(ticks).sum() - idle, idle);
  }

  /** The busy share since then, from 0 to 1. */
  double shareSince(CpuTimes earlier) {
    long worked = busy - earlier.busy;
    long rested = idle - earlier.idle;
    return worked + rested == 0 ? 0 : (double) worked / (worked + rested);
  }
}
