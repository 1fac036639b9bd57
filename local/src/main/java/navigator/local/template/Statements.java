package navigator.local.template;

import java.util.List;
import navigator.local.topology.PolicyStatement;

/** Reads the statements of identity policies: only {@code Allow}, and without conditions. */
final class Statements {

  private Statements() {}

  static List<PolicyStatement> read(Properties document) {
    document.only("Version", "2012-10-17");
    return document.objects("Statement").stream().map(Statements::statement).toList();
  }

  private static PolicyStatement statement(Properties p) {
    p.only("Effect", "Allow").withoutEffect("it is a name", "Sid");
    return new PolicyStatement(p.texts("Action"), p.texts("Resource"));
  }
}
