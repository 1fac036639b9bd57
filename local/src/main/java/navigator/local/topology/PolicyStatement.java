package navigator.local.topology;

import java.util.List;

/**
 * One {@code Allow} statement of an identity policy; both lists may hold {@code *} and {@code ?}.
 *
 * @param actions such as {@code dynamodb:PutItem}
 * @param resources ARNs
 */
public record PolicyStatement(List<String> actions, List<String> resources) {

  public PolicyStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
