package navigator.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.local.topology.HttpApi.JwtAuthorizer;
import org.jspecify.annotations.Nullable;

/**
 * A JWT authorizer: RS256 by a key of the issuer, issuer, audience and times. The token's header
 * chooses the key by its id and nothing else.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
final class BearerCheck {
  private static final String SCHEME = "bearer ";

  private final JwtAuthorizer authorizer;
  private final JWKSet keys;
  private final InstantSource clock;

  BearerCheck(JwtAuthorizer authorizer, JWKSet keys, InstantSource clock) {
    this.authorizer = authorizer;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Checks the value of an {@code Authorization} header: a token, with or without the scheme before
   * it.
   */
  Authorization check(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Authorization.NoToken();
    }
    var hasScheme = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    var token = hasScheme ? header.substring(SCHEME.length()) : header;
    if (token.chars().filter(c -> c == '.').count() != 2) {
      return new Authorization.Refused("token contains an invalid number of segments");
    }
    try {
      return checkToken(parsed(token.strip()));
    } catch (ParseException | JOSEException e) {
      return new Authorization.Refused("the token cannot be read");
    }
  }

  // A header of the JSON null, for one, is a bug of the parser's to it, and not of the token.
  private static SignedJWT parsed(String token) throws ParseException {
    try {
      return SignedJWT.parse(token);
    } catch (RuntimeException e) {
      throw new ParseException("Not a token: " + e.getClass().getSimpleName(), 0);
    }
  }

  private Authorization checkToken(SignedJWT token) throws JOSEException {
    if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)) {
      return new Authorization.Refused("the signing method is invalid");
    }
    var key = Optional.ofNullable(token.getHeader().getKeyID()).map(keys::getKeyByKeyId);
    if (!(key.orElse(null) instanceof RSAKey rsa)) {
      return new Authorization.Refused("the token names no key of the issuer");
    }
    if (!token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()))) {
      return new Authorization.Refused("the signature is invalid");
    }
    var claims = token.getPayload().toJSONObject();
    if (claims == null) {
      return new Authorization.Refused("the token cannot be read");
    }
    return fault(claims)
        .<Authorization>map(Authorization.Refused::new)
        .orElseGet(() -> new Authorization.Granted(claims));
  }

  private Optional<String> fault(Map<String, Object> claims) {
    var now = clock.instant();
    if (!authorizer.issuer().equals(claims.get("iss"))) {
      return Optional.of("the token does not have a valid issuer");
    }
    if (audiences(claims).stream().noneMatch(this::isMeant)) {
      return Optional.of("the token does not have a valid audience");
    }
    if (!(claims.get("exp") instanceof Number expiry) || !now.isBefore(time(expiry))) {
      return Optional.of("the token has expired");
    }
    if (isLater(claims.get("nbf"), now) || isLater(claims.get("iat"), now)) {
      return Optional.of("the token is not valid yet");
    }
    return Optional.empty();
  }

  // A claim may be a list with a null in it.
  private boolean isMeant(@Nullable Object audience) {
    return audience != null && authorizer.audiences().contains(audience);
  }

  /** The claim {@code aud}, and only where there is none, {@code client_id}. */
  private static Collection<?> audiences(Map<String, Object> claims) {
    return switch (claims.containsKey("aud") ? claims.get("aud") : claims.get("client_id")) {
      case null -> List.of();
      case Collection<?> several -> several;
      case Object single -> List.of(single);
    };
  }

  private static boolean isLater(@Nullable Object time, Instant now) {
    return switch (time) {
      case null -> false;
      case Number seconds -> time(seconds).isAfter(now);
      case Object ignored -> true;
    };
  }

  private static Instant time(Number seconds) {
    return Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000));
  }
}
