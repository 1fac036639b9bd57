package navigator.local.template;

import java.util.List;
import navigator.local.topology.ManagedPolicy;

/**
 * Reads {@code AWS::IAM::ManagedPolicy}. One that is attached to a role, user or group is refused:
 * only people get such policies, and the stack makes none.
 */
final class ManagedPolicies {

  private ManagedPolicies() {}

  static List<ManagedPolicy> read(Stack stack) {
    return stack.each(EmulatedType.MANAGED_POLICY, (resource, p) -> policy(stack, resource, p));
  }

  private static ManagedPolicy policy(Stack stack, Resource resource, Properties p) {
    p.only("Path", "/").withoutEffect("it is a comment", "Description");
    p.optionalText("ManagedPolicyName");
    return new ManagedPolicy(
        stack.resolver().ref(resource), Statements.read(p.object("PolicyDocument")));
  }
}
