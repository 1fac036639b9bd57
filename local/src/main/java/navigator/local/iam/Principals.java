package navigator.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import navigator.local.CredentialIssuer;
import navigator.local.Credentials;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.Topology;

/**
 * All who may call, by their access keys: the stack's roles; the <em>operator</em>, who reads
 * tables and queues and has the stack's managed policies; EventBridge as far as it sends to the
 * rules' dead-letter queues; and the <em>runtime</em> itself, which may do everything. Credentials
 * are made anew for every instance and never leave the machine. Safe for use by many threads.
 */
public final class Principals implements CredentialIssuer {

  private final Topology topology;
  private final AccessKeys keys;
  private final Map<String, Credentials> issuedByArn = new ConcurrentHashMap<>();
  private final Map<String, Holder> holders = new ConcurrentHashMap<>();

  private record Holder(Principal principal, Credentials credentials) {}

  /**
   * Principals of a stack.
   *
   * @param random as hard to guess as the credentials have to be: outside of tests a {@link
   *     java.security.SecureRandom}
   */
  public Principals(Topology topology, RandomGenerator random) {
    this.topology = topology;
    this.keys = new AccessKeys(random);
  }

  @Override
  public Credentials issue(ExecutionRole role) {
    return issue(
        new Principal(role.name(), session(role), function(role), new Policy(role.statements())));
  }

  /**
   * For a person: reads every table and queue with the AWS CLI, and may do what the stack's managed
   * policies allow.
   */
  public Credentials operator() {
    return issue(wellKnown("operator", StandingPolicies.operator(topology)));
  }

  /** For the runtime's own calls: may do everything. */
  public Credentials runtime() {
    return issue(wellKnown("runtime", StandingPolicies.everything()));
  }

  /** For rules: may send to the dead-letter queues of the rules' targets. */
  public Credentials events() {
    return issue(wellKnown("events", StandingPolicies.events(topology)));
  }

  /** Whose access key it is; empty unless the session token belongs to it. */
  public Optional<Principal> find(String accessKeyId, String sessionToken) {
    return Optional.ofNullable(holders.get(accessKeyId))
        .filter(holder -> holder.credentials().sessionToken().equals(sessionToken))
        .map(Holder::principal);
  }

  private Credentials issue(Principal principal) {
    return issuedByArn.computeIfAbsent(
        principal.arn(),
        arn -> {
          var credentials = keys.next();
          holders.put(credentials.accessKeyId(), new Holder(principal, credentials));
          return credentials;
        });
  }

  private Principal wellKnown(String name, List<PolicyStatement> statements) {
    var arn = "arn:aws:iam::" + topology.account() + ":user/" + name;
    return new Principal(name, arn, Optional.empty(), new Policy(statements));
  }

  private String session(ExecutionRole role) {
    var prefix = "arn:aws:sts::" + topology.account() + ":assumed-role/" + role.name();
    return prefix + "/" + function(role).orElse("local");
  }

  private Optional<String> function(ExecutionRole role) {
    var names =
        topology.functions().stream()
            .filter(f -> f.role().arn().equals(role.arn()))
            .map(LambdaFunction::name)
            .toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }
}
