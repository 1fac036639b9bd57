package navigator.local.topology;

import java.util.List;

/**
 * An IAM role with the statements of all policies attached to it.
 *
 * @param name its physical name
 */
public record ExecutionRole(String name, String arn, List<PolicyStatement> statements) {

  public ExecutionRole {
    statements = List.copyOf(statements);
  }
}
