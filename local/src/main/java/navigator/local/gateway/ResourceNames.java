package navigator.local.gateway;

/** The ARNs of what requests name by a name, a URL, or already by an ARN. */
record ResourceNames(String region, String account) {

  String table(String nameOrArn) {
    return arn("dynamodb", "table/", nameOrArn);
  }

  String index(String tableNameOrArn, String index) {
    return table(tableNameOrArn) + "/index/" + index;
  }

  /** Whatever stands behind the last slash of a queue's URL, or its name alone. */
  String queue(String urlOrName) {
    return arn("sqs", "", urlOrName.substring(urlOrName.lastIndexOf('/') + 1));
  }

  String bus(String nameOrArn) {
    return arn("events", "event-bus/", nameOrArn);
  }

  /** Stacks have an id behind their name; a request by name alone may be about any. */
  String stack(String nameOrArn) {
    return arn(
        "cloudformation", "stack/", nameOrArn.startsWith("arn:") ? nameOrArn : nameOrArn + "/*");
  }

  String inferenceProfile(String id) {
    return arn("bedrock", "inference-profile/", id);
  }

  String guardrail(String idOrArn) {
    return arn("bedrock", "guardrail/", idOrArn);
  }

  /** Foundation models belong to no account. */
  static String foundationModel(String region, String id) {
    return "arn:aws:bedrock:" + region + "::foundation-model/" + id;
  }

  private String arn(String service, String prefix, String name) {
    return name.startsWith("arn:")
        ? name
        : "arn:aws:" + service + ":" + region + ":" + account + ":" + prefix + name;
  }
}
