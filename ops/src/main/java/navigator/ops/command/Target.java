package navigator.ops.command;

import java.nio.file.Path;
import navigator.ops.StackParts;
import navigator.ops.aws.AwsAccount;
import navigator.ops.aws.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class Target {

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "A stack on AWS, by its name; else the local stack that is up.")
  private @Nullable String stack;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The stack's Region; else that of your AWS settings.")
  private @Nullable String region;

  /** The stack, connected. */
  Session open() {
    String name = stack;
    if (name != null) {
      return open(new Origin(region, null, null), name);
    }
    if (region != null) {
      throw CommandFailed.usage("--region is of a stack on AWS: name it with --stack");
    }
    LocalStackFile up =
        LocalStackFile.find(home())
            .orElseThrow(
                () ->
                    CommandFailed.failed(
                        "no local stack is up: start one with ./navigator up, or name one on AWS"
                            + " with --stack"));
    return open(up.origin(), up.stack());
  }

  private static Session open(Origin origin, String name) {
    AwsAccount account = AwsAccount.at(origin);
    try {
      StackParts parts =
          account.find(name).orElseThrow(() -> CommandFailed.failed("there is no stack " + name));
      return new Session(account, account.open(parts));
    } catch (IllegalStateException e) {
      account.close();
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("navigator.home", "")).toAbsolutePath().normalize();
  }
}
