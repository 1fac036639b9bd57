import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * google-java-format over all Java sources below the working directory. {@code --check} names the
 * files that are not formatted and fails; {@code --replace} formats them.
 */
final class Format {

  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean check =
        switch (args.length == 1 ? args[0] : "") {
          case "--check" -> true;
          case "--replace" -> false;
          default -> throw new IllegalArgumentException("expected --check or --replace");
        };
    System.exit(format(check, sources(Path.of(""))));
  }

  private static int format(boolean check, List<String> sources) {
    List<String> command =
        new ArrayList<>(
            check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    command.addAll(sources);
    int exit =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow()
            .run(System.out, System.err, command.toArray(String[]::new));
    if (check && exit != 0) {
      System.err.println("The files above are not formatted: mvn -Pformat validate formats them.");
    }
    return exit;
  }

  private static List<String> sources(Path directory) {
    try (Stream<Path> entries = Files.list(directory.toAbsolutePath())) {
      return entries.sorted().flatMap(entry -> sourcesAt(entry).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e);
    }
  }

  private static List<String> sourcesAt(Path entry) {
    String name = entry.getFileName().toString();
    if (Files.isDirectory(entry)) {
      return name.equals("target") || name.startsWith(".") ? List.of() : sources(entry);
    }
    return name.endsWith(".java") ? List.of(entry.toString()) : List.of();
  }
}
