package navigator.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of results: a JSON list. While a benchmark is at work they are in a file beside it, whose
 * name ends in {@code .part}, so that a run that was stopped is gone on with.
 *
 * @param path of the finished results
 */
public record ResultFile(Path path) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The results of a run that is not finished; none if there is no such run. */
  public List<JsonNode> begun() throws IOException {
    return Files.exists(part()) ? read(part()) : List.of();
  }

  /** The finished results; none if there are none. */
  public List<JsonNode> finished() throws IOException {
    return Files.exists(path) ? read(path) : List.of();
  }

  /** Keeps the results so far. */
  public void keep(List<? extends JsonNode> rows) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    rows.forEach(all::add);
    write(part(), JSON.writeValueAsString(all) + "\n");
  }

  /** What is kept is all. */
  public void finish() throws IOException {
    Files.move(part(), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A file of the same name with another ending, such as {@code .svg}. */
  public Path beside(String ending) {
    String name = String.valueOf(path.getFileName());
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return path.resolveSibling(stem + ending);
  }

  /** Puts a text in place of what was there, all of it or nothing. */
  public static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(
        fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path part() {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  private static List<JsonNode> read(Path file) throws IOException {
    try {
      JsonNode all = JSON.readTree(Files.readString(file));
      if (!all.isArray()) {
        throw new IOException(file + " is no list of results");
      }
      List<JsonNode> rows = new ArrayList<>();
      all.forEach(rows::add);
      return rows;
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no list of results", e);
    }
  }
}
