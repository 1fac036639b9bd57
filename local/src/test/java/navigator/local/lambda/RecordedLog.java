package navigator.local.lambda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import navigator.local.FunctionLog;

/** The lines that functions printed, for a test to look at. */
final class RecordedLog implements FunctionLog {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void line(String functionName, String line) {
    lines.add(functionName + ": " + line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The lines that start so, without their start. */
  List<String> after(String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }
}
