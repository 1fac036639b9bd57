package navigator.local.iam;

import java.util.List;
import java.util.Locale;
import navigator.local.topology.PolicyStatement;

/**
 * The statements of one principal, evaluated as IAM does: what no statement allows is denied.
 * Actions match without regard to case, resources with it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public record Policy(List<PolicyStatement> statements) {

  public Policy {
    statements = List.copyOf(statements);
  }

  /** Whether some statement allows the action on the resource. */
  public boolean allows(Permission permission) {
    return statements.stream().anyMatch(statement -> allows(statement, permission));
  }

  private static boolean allows(PolicyStatement statement, Permission permission) {
    var action = lower(permission.action());
    return statement.actions().stream().anyMatch(a -> Wildcard.matches(lower(a), action))
        && statement.resources().stream().anyMatch(r -> Wildcard.matches(r, permission.resource()));
  }

  private static String lower(String action) {
    return action.toLowerCase(Locale.ROOT);
  }
}
