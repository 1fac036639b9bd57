package navigator.local.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A user of the pool, confirmed and with a verified e-mail address.
 *
 * @param name the user name; whoever has the same name is the same user
 * @param groups names of groups of the pool; may be empty
 */
public record PoolUser(String name, String email, List<String> groups) {

  public PoolUser {
    groups = List.copyOf(groups);
  }

  /** The user's unchanging id, the same on every machine and in every run. */
  public UUID subject() {
    return UUID.nameUUIDFromBytes(("user/" + name).getBytes(StandardCharsets.UTF_8));
  }
}
