package navigator.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording of requests, as CSV with the columns {@code TIMESTAMP,ContextTokens,GeneratedTokens};
 * times are like {@code 2023-11-16 18:15:46.6805900} and do not go back.
 */
public final class RecordedTrace {

  private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens";
  private static final int COLUMNS = 3;

  private RecordedTrace() {}

  /**
   * One line.
   *
   * @param at seconds after the first line
   */
  public record Row(double at, int input, int output) {}

  /** The file is not a recording; the message says where and why. */
  public static final class InvalidTraceException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTraceException(String message) {
      super(message);
    }
  }

  /**
   * Reads a recording.
   *
   * @throws IOException if the file cannot be read
   * @throws InvalidTraceException if it is no recording
   */
  public static List<Row> read(Path file) throws IOException, InvalidTraceException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new InvalidTraceException("line 1 of " + file + " is not " + HEADER);
    }
    List<Row> rows = new ArrayList<>();
    LocalDateTime first = LocalDateTime.MIN;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        String[] cells = cells(lines.get(i));
        LocalDateTime time = LocalDateTime.parse(cells[0].replace(' ', 'T'));
        first = rows.isEmpty() ? time : first;
        rows.add(row(ChronoUnit.NANOS.between(first, time) / 1e9, cells));
        requireOrder(rows);
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new InvalidTraceException(
            "line %d of %s is no request: %s".formatted(i + 1, file, e.getMessage()));
      }
    }
    if (rows.size() < 2) {
      throw new InvalidTraceException(file + " has fewer than two requests");
    }
    return rows;
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("it has %d columns".formatted(cells.length));
    }
    return cells;
  }

  private static Row row(double at, String[] cells) {
    int input = Integer.parseInt(cells[1].strip());
    int output = Integer.parseInt(cells[2].strip());
    if (input < 1 || output < 1) {
      throw new IllegalArgumentException("tokens are 1 or more");
    }
    return new Row(at, input, output);
  }

  private static void requireOrder(List<Row> rows) {
    int last = rows.size() - 1;
    if (last > 0 && rows.get(last).at() < rows.get(last - 1).at()) {
      throw new IllegalArgumentException("it is earlier than the one before");
    }
  }

  /**
   * So many of the rows, spread evenly, one a second on average.
   *
   * @return fewer if there are fewer
   */
  static List<Row> thinned(List<Row> rows, int count) {
    int kept = Math.min(count, rows.size());
    List<Row> some = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      some.add(rows.get((int) ((long) i * rows.size() / kept)));
    }
    double first = some.getFirst().at();
    double pace = Math.max(1e-9, some.getLast().at() - first) / Math.max(1, kept - 1);
    return some.stream()
        .map(row -> new Row((row.at() - first) / pace, row.input(), row.output()))
        .toList();
  }
}
