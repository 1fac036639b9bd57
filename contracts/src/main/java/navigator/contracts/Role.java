package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is asking: it decides the system prompt and the fallback reply. Strongest first. */
public enum Role {
  ADMIN,
  STAFF,
  INSTRUCTOR,
  /** Signed in, but in none of the three groups. */
  GENERIC;

  /** The group names of the user pool, in the order of their strength. */
  public static final List<String> GROUPS = List.of("admin", "staff", "instructor");

  /**
   * The strongest role among a caller's groups.
   *
   * @param groups the {@code cognito:groups} claim as an HTTP API hands it over, such as {@code
   *     [admin staff]}; null when the token has none
   */
  public static Role ofGroups(@Nullable String groups) {
    if (groups == null) {
      return GENERIC;
    }
    List<String> names = List.of(groups.replaceAll("[\\[\\],]", " ").strip().split("\\s+"));
    return Arrays.stream(values())
        .filter(role -> names.contains(role.wireName()))
        .findFirst()
        .orElse(GENERIC);
  }

  /**
   * The role of that wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Role ofWireName(String name) {
    return Arrays.stream(values())
        .filter(role -> role.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the role is not known"));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
