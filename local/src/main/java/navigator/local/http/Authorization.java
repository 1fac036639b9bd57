package navigator.local.http;

import java.util.Map;

/** What an authorizer makes of a request. */
sealed interface Authorization {

  /**
   * The token is good.
   *
   * @param claims as the token holds them
   */
  record Granted(Map<String, Object> claims) implements Authorization {}

  /** The request carries no token. */
  record NoToken() implements Authorization {}

  /**
   * The token is not good.
   *
   * @param reason without quotation marks
   */
  record Refused(String reason) implements Authorization {}
}
