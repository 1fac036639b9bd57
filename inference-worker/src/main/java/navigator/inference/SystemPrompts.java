package navigator.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import navigator.contracts.Role;

/** The system prompt of each role, from the archive's {@code prompts/}. */
public final class SystemPrompts {

  private final Map<Role, String> texts = new EnumMap<>(Role.class);

  /**
   * Reads all of them.
   *
   * @throws IllegalStateException if one is not in the archive
   */
  public SystemPrompts() {
    String everybody = text("everybody");
    for (Role role : Role.values()) {
      texts.put(role, text(role.wireName()) + "\n" + everybody);
    }
  }

  /** The prompt for {@code role}. */
  public String of(Role role) {
    return texts.getOrDefault(role, "");
  }

  private static String text(String name) {
    String path = "/prompts/" + name + ".txt";
    try (InputStream file = SystemPrompts.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not in the archive");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
