package navigator.local.topology;

import java.util.List;

/** A policy that whoever deploys the stack may attach to people. */
public record ManagedPolicy(String arn, List<PolicyStatement> statements) {

  public ManagedPolicy {
    statements = List.copyOf(statements);
  }
}
