package navigator.local.template;

import java.util.List;
import java.util.Optional;

/** Reads the statements of queue policies: TLS alone, and what services may send for rules. */
final class QueuePolicies {

  private QueuePolicies() {}

  /** Makes a grant of a service's name, a queue's ARN and the ARN of what it sends for. */
  @FunctionalInterface
  interface Maker<T> {
    T grant(String service, String queueArn, String sourceArn);
  }

  static <T> List<T> read(Properties p, Maker<T> maker) {
    var document = p.object("PolicyDocument").only("Version", "2012-10-17");
    return document.objects("Statement").stream()
        .flatMap(statement -> grant(statement, maker).stream())
        .toList();
  }

  private static <T> Optional<T> grant(Properties p, Maker<T> maker) {
    p.withoutEffect("it is a name", "Sid");
    return p.text("Effect").equals("Deny") ? tlsAlone(p) : send(p, maker);
  }

  /** Nothing that stays on the loopback interface is encrypted. */
  private static <T> Optional<T> tlsAlone(Properties p) {
    p.text("Action");
    p.text("Resource");
    p.object("Principal").only("AWS", "*");
    if (!p.object("Condition").object("Bool").text("aws:SecureTransport").equals("false")) {
      p.refuse("only statements that deny what is not encrypted may deny");
    }
    return Optional.empty();
  }

  private static <T> Optional<T> send(Properties p, Maker<T> maker) {
    p.only("Action", "sqs:SendMessage");
    return Optional.of(
        maker.grant(
            p.object("Principal").text("Service"),
            p.text("Resource"),
            p.object("Condition").object("ArnEquals").text("aws:SourceArn")));
  }
}
