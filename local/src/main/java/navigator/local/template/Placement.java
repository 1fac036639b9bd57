package navigator.local.template;

import java.net.URI;

/**
 * Where a stack is run: what its pseudo parameters stand for.
 *
 * @param account twelve digits
 * @param gateway what the queues' URLs begin with, without a slash at the end
 */
public record Placement(String region, String account, URI gateway) {

  /** Region us-west-2 and the account of twelve zeros. */
  public static Placement behind(URI gateway) {
    return new Placement("us-west-2", "000000000000", gateway);
  }

  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }

  /** IAM's ARNs name no Region. */
  String role(String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  String policy(String name) {
    return "arn:aws:iam::" + account + ":policy/" + name;
  }

  String queueUrl(String queue) {
    return gateway + "/" + account + "/" + queue;
  }
}
