package navigator.local.http;

import java.time.Duration;

/**
 * What the HTTP API front is told beyond the stack's description of the API.
 *
 * @param port 0 for any that is free
 * @param account the twelve-digit account id that events carry
 * @param integrationTimeout how long a function may take to answer; API Gateway's is 30 seconds
 */
public record FrontSettings(int port, String account, Duration integrationTimeout) {
  /** The longest that an HTTP API waits for an integration. */
  public static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);
}
