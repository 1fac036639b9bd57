package navigator.local.command;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import navigator.contracts.Role;
import navigator.local.Credentials;
import navigator.local.terminal.Ink;
import navigator.local.up.RunningStack;
import navigator.local.up.Tokens;

/** What a person needs to know of a stack that is up; every line works as pasted. */
final class Welcome {

  private final PrintWriter out;
  private final Ink ink;

  Welcome(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  void print(RunningStack stack, RSAKey key, Path root) {
    String navigator = quoted(root.resolve("navigator").toString());
    out.println(ink.bold("Learning Navigator is up: " + stack.api()) + "  (Ctrl-C stops it)");
    heading("Ask, in another terminal:");
    out.println("  " + navigator + " ask \"How do I submit an invoice?\" --role instructor");
    heading("Or by hand; then follow urls.self:");
    curl(stack, navigator);
    heading("A token for each role, valid for an hour (navigator token makes new ones):");
    Tokens tokens = new Tokens(stack.userPool(), key, InstantSource.system());
    for (Role role : List.of(Role.INSTRUCTOR, Role.STAFF, Role.ADMIN)) {
      out.println("  " + role.name() + "=" + tokens.of(role));
    }
    heading("The AWS CLI reads the table and the queues:");
    exports(stack);
    out.println();
    out.flush();
  }

  private void curl(RunningStack stack, String navigator) {
    out.println("  curl -s " + stack.api() + "/chat -H 'Content-Type: application/json' \\");
    out.println("    -H \"Authorization: Bearer $(" + navigator + " token)\" \\");
    out.println("    -d '{\"message\": \"How do I submit an invoice?\"}'");
  }

  private void exports(RunningStack stack) {
    Credentials operator = stack.operator();
    out.println(
        "  export AWS_ENDPOINT_URL="
            + stack.gateway()
            + " AWS_REGION="
            + stack.region()
            + " AWS_DEFAULT_REGION="
            + stack.region());
    out.println("  export AWS_ACCESS_KEY_ID=" + operator.accessKeyId());
    out.println("  export AWS_SECRET_ACCESS_KEY=" + operator.secretAccessKey());
    out.println("  export AWS_SESSION_TOKEN=" + operator.sessionToken());
    out.println("  aws dynamodb scan --table-name learning-navigator --max-items 3");
    // Version 1 of the AWS CLI does not look at the variable for SQS, and would ask AWS itself.
    out.println("  aws sqs list-queues --endpoint-url $AWS_ENDPOINT_URL");
  }

  private void heading(String text) {
    out.println();
    out.println(ink.dim(text));
  }

  // Where the project lies is its user's choice.
  private static String quoted(String path) {
    return path.matches("[\\w/.+@-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
