package navigator.local.template;

import java.util.Map;

/**
 * One resource of a template.
 *
 * @param type such as {@code AWS::SQS::Queue}
 * @param properties not resolved yet
 */
record Resource(String logicalId, String type, Map<String, Expression> properties) {

  /** As refusals name it. */
  String label() {
    return logicalId + " (" + type + ")";
  }
}
