package navigator.infra;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The app's own arguments: {@code [-c key=value]... [--output DIR]}.
 *
 * @param output where the cloud assembly goes; empty: not said
 */
record CommandLine(Map<String, String> context, Optional<Path> output) {

  CommandLine {
    context = Map.copyOf(context);
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is unknown or incomplete, naming it
   */
  static CommandLine of(String... arguments) {
    Map<String, String> context = new TreeMap<>();
    Optional<Path> output = Optional.empty();
    Queue<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "-c", "--context" -> {
          String[] pair = valueOf(option, rest).split("=", 2);
          if (pair.length != 2) {
            throw new IllegalArgumentException(option + " wants key=value, not " + pair[0]);
          }
          context.put(pair[0], pair[1]);
        }
        case "--output" -> output = Optional.of(Path.of(valueOf(option, rest)));
        default -> throw new IllegalArgumentException("Unknown argument: " + option);
      }
    }
    return new CommandLine(context, output);
  }

  private static String valueOf(String option, Queue<String> rest) {
    return Optional.ofNullable(rest.poll())
        .orElseThrow(() -> new IllegalArgumentException(option + " wants a value"));
  }
}
