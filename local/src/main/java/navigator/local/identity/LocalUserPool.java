package navigator.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import navigator.local.topology.UserPool;

/**
 * The user pool of the stack on this machine: it signs ID tokens as Cognito does, for whoever asks.
 * Safe for use by many threads.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">The
 *     ID token</a>
 */
public final class LocalUserPool {
  /** How long Cognito's ID tokens live by default. */
  public static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final UserPool pool;
  private final RSAKey key;
  private final Duration tokenLife;
  private final InstantSource clock;

  /**
   * A pool that signs with a key.
   *
   * @param pool the stack's description of it
   * @param key with its private part and a key id
   * @param tokenLife how long a token is valid
   */
  public LocalUserPool(UserPool pool, RSAKey key, Duration tokenLife, InstantSource clock) {
    this.pool = pool;
    this.key = key;
    this.tokenLife = tokenLife;
    this.clock = clock;
  }

  /** The URL that its tokens name as their issuer. */
  public String issuer() {
    return pool.issuer();
  }

  /** The keys that its tokens can be checked with: the public parts alone. */
  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /**
   * A new ID token for the app client, signed with RS256.
   *
   * @throws IllegalArgumentException if the user is in a group that the pool has not
   */
  public String idToken(PoolUser user) {
    for (var group : user.groups()) {
      if (!pool.groups().contains(group)) {
        throw new IllegalArgumentException(
            "User pool " + pool.id() + " has no group " + group + ", only " + pool.groups());
      }
    }
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims(user));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The pool's key signs nothing", e);
    }
    return token.serialize();
  }

  private JWTClaimsSet claims(PoolUser user) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var claims =
        new JWTClaimsSet.Builder()
            .subject(user.subject().toString())
            .issuer(pool.issuer())
            .audience(pool.clientId())
            .claim("token_use", "id")
            .claim("cognito:username", user.name())
            .claim("email", user.email())
            .claim("email_verified", true)
            .claim("auth_time", now.getEpochSecond())
            .claim("origin_jti", UUID.randomUUID().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(tokenLife)));
    if (!user.groups().isEmpty()) {
      claims.claim("cognito:groups", user.groups());
    }
    return claims.build();
  }
}
