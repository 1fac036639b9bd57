package navigator.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.PolicyStatement;

/** Reads {@code AWS::IAM::Role} together with the {@code AWS::IAM::Policy}s attached to it. */
final class Roles {

  private Roles() {}

  /** The roles by ARN. */
  static Map<String, ExecutionRole> read(Stack stack) {
    var attached = stack.each(EmulatedType.POLICY, (resource, p) -> attached(p));
    var roles = new HashMap<String, ExecutionRole>();
    stack
        .each(EmulatedType.ROLE, (resource, p) -> role(stack, resource, p, attached))
        .forEach(role -> roles.put(role.arn(), role));
    return roles;
  }

  private record Attached(List<String> roleNames, List<PolicyStatement> statements) {}

  private static Attached attached(Properties p) {
    p.withoutEffect("it is a name", "PolicyName");
    return new Attached(p.texts("Roles"), Statements.read(p.object("PolicyDocument")));
  }

  private static ExecutionRole role(
      Stack stack, Resource resource, Properties p, List<Attached> attached) {
    p.withoutEffect("only the function that names a role takes it", "AssumeRolePolicyDocument")
        .withoutEffect("it is a comment", "Description")
        .withoutEffect("nobody is billed", "Tags");
    p.optionalText("RoleName");
    var name = stack.resolver().ref(resource);
    var inline = p.objects("Policies").stream().flatMap(policy -> inline(policy).stream());
    var others =
        attached.stream()
            .filter(policy -> policy.roleNames().contains(name))
            .flatMap(policy -> policy.statements().stream());
    return new ExecutionRole(name, stack.arn(resource), Stream.concat(inline, others).toList());
  }

  private static List<PolicyStatement> inline(Properties policy) {
    policy.withoutEffect("it is a name", "PolicyName");
    return Statements.read(policy.object("PolicyDocument"));
  }
}
