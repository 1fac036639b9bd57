package navigator.local;

import navigator.local.topology.ExecutionRole;

/** Gives a role the credentials by which the gateway knows it. */
@FunctionalInterface
public interface CredentialIssuer {

  /** The same credentials every time it is asked for the same role. */
  Credentials issue(ExecutionRole role);
}
