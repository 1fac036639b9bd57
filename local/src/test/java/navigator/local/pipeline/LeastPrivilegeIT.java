package navigator.local.pipeline;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import navigator.local.gateway.AccessLog;
import navigator.local.iam.Permission;
import navigator.local.iam.Policy;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.PolicyStatement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: it looks at what all tests before it needed. */
@ExtendWith(PipelineExtension.class)
@Order(Integer.MAX_VALUE)
class LeastPrivilegeIT {

  /** Actions that are granted, and that nothing here uses. */
  private static final Map<String, String> UNUSED_HERE =
      Map.of(
          "logs:CreateLogStream", "on this machine lines are read from standard output",
          "logs:PutLogEvents", "on this machine lines are read from standard output",
          "sqs:GetQueueAttributes", "Lambda asks for it when a mapping is made");

  private final Pipeline pipeline;

  LeastPrivilegeIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void everyGrantedActionIsUsedOrNamedWithItsReason() {
    Set<String> unused =
        pipeline.stack().topology().functions().stream()
            .flatMap(this::unused)
            .collect(toCollection(TreeSet::new));

    assertThat(unused).isEmpty();
  }

  @Test
  void aFunctionWithoutAnyOneOfItsStatementsWouldBeDeniedSomethingThatItDid() {
    Set<String> superfluous =
        pipeline.stack().topology().functions().stream()
            .flatMap(this::superfluous)
            .collect(toCollection(TreeSet::new));

    assertThat(superfluous).isEmpty();
  }

  @Test
  void nothingThatAFunctionTriedWasDenied() {
    assertThat(pipeline.stack().accesses().entries())
        .filteredOn(entry -> !entry.allowed())
        .isEmpty();
  }

  private Stream<String> superfluous(LambdaFunction function) {
    List<PolicyStatement> all = function.role().statements();
    return all.stream()
        .filter(statement -> !UNUSED_HERE.keySet().containsAll(statement.actions()))
        .filter(statement -> isSuperfluous(function.role(), statement))
        .map(s -> "%s: %s on %s".formatted(function.name(), s.actions(), s.resources()));
  }

  private boolean isSuperfluous(ExecutionRole role, PolicyStatement statement) {
    List<PolicyStatement> others = new ArrayList<>(role.statements());
    others.remove(statement);
    var policy = new Policy(others);
    return permissionsUsedBy(role).allMatch(policy::allows);
  }

  private Stream<String> unused(LambdaFunction function) {
    ExecutionRole role = function.role();
    return role.statements().stream()
        .flatMap(LeastPrivilegeIT::single)
        .filter(grant -> !UNUSED_HERE.containsKey(grant.actions().getFirst()))
        .filter(grant -> !isUsed(role, grant))
        .map(g -> function.name() + " " + g.actions().getFirst() + " " + g.resources().getFirst());
  }

  /** A statement's grants, one action on one resource each. */
  private static Stream<PolicyStatement> single(PolicyStatement statement) {
    return statement.actions().stream()
        .flatMap(
            action ->
                statement.resources().stream()
                    .map(resource -> new PolicyStatement(List.of(action), List.of(resource))));
  }

  private boolean isUsed(ExecutionRole role, PolicyStatement grant) {
    var policy = new Policy(List.of(grant));
    return permissionsUsedBy(role).anyMatch(policy::allows);
  }

  private Stream<Permission> permissionsUsedBy(ExecutionRole role) {
    return pipeline.stack().accesses().uses().stream()
        .filter(use -> use.principal().equals(role.name()))
        .map(AccessLog.Use::permission);
  }
}
