package navigator.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width, broken between words, its own line breaks kept. */
public final class Wrapping {

  private static final String MORE = " …";

  private Wrapping() {}

  /**
   * At least one line and at most so many; the last one says if there is more.
   *
   * @param width in characters, which no line exceeds
   */
  public static List<String> of(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    text.strip().lines().forEach(line -> wrap(line.strip(), width, lines));
    if (lines.size() <= most) {
      return lines.isEmpty() ? List.of("") : lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    kept.set(most - 1, shortened(kept.getLast(), width));
    return kept;
  }

  private static void wrap(String line, int width, List<String> into) {
    String rest = line;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      into.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    into.add(rest);
  }

  private static String shortened(String line, int width) {
    return line.substring(0, Math.min(line.length(), width - MORE.length())) + MORE;
  }
}
