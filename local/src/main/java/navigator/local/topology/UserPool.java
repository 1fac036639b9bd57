package navigator.local.topology;

import java.util.List;

/**
 * A Cognito user pool with one app client.
 *
 * @param id such as {@code us-west-2_local}
 * @param issuer the URL that its tokens name
 * @param clientId the app client's id, the audience of its ID tokens
 * @param groups the groups' names
 */
public record UserPool(String id, String issuer, String clientId, List<String> groups) {

  public UserPool {
    groups = List.copyOf(groups);
  }
}
