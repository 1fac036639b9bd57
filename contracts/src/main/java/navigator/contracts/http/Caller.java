package navigator.contracts.http;

import java.util.Map;
import navigator.contracts.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, from the claims of a verified ID token.
 *
 * @param userId the token's subject
 * @param email null when the token has none
 */
public record Caller(String userId, @Nullable String email, Role role) {

  /**
   * Whether a user pool's token is an ID token. An HTTP API's JWT authorizer takes access tokens of
   * the same client too, which tell no e-mail address.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">Verifying
   *     JSON web tokens</a>
   */
  public static boolean isOfAnIdToken(Map<String, String> claims) {
    return "id".equals(claims.get("token_use"));
  }

  /**
   * The caller that an HTTP API's JWT authorizer found.
   *
   * @throws IllegalArgumentException if there is no subject: the route has no authorizer
   */
  public static Caller ofClaims(Map<String, String> claims) {
    String subject = claims.get("sub");
    if (subject == null || subject.isBlank()) {
      throw new IllegalArgumentException("The claims have no sub: is the route authorized?");
    }
    return new Caller(subject, claims.get("email"), Role.ofGroups(claims.get("cognito:groups")));
  }
}
