package navigator.local.up;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.InstantSource;
import java.util.List;
import navigator.contracts.Role;
import navigator.local.identity.LocalUserPool;
import navigator.local.identity.PoolUser;
import navigator.local.topology.UserPool;

/** ID tokens for one user of each role, whose name is the role's. */
public final class Tokens {

  private final LocalUserPool pool;

  /**
   * Tokens of a pool.
   *
   * @param key the one that the stack checks them with
   */
  public Tokens(UserPool pool, RSAKey key, InstantSource clock) {
    this.pool = new LocalUserPool(pool, key, LocalUserPool.TOKEN_LIFE, clock);
  }

  /** A new token, valid for an hour. */
  public String of(Role role) {
    String name = role.wireName();
    List<String> groups = role == Role.GENERIC ? List.of() : List.of(name);
    return pool.idToken(new PoolUser(name, name + "@example.org", groups));
  }
}
