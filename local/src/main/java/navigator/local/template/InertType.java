package navigator.local.template;

/** The resource types that change nothing on one machine, each with its reason; a closed list. */
enum InertType {
  METADATA("AWS::CDK::Metadata", "tells AWS which constructs were used"),
  ALARM("AWS::CloudWatch::Alarm", "nobody is to be woken by one machine"),
  COMPOSITE_ALARM("AWS::CloudWatch::CompositeAlarm", "nobody is to be woken by one machine"),
  DASHBOARD("AWS::CloudWatch::Dashboard", "there is no console to show it in"),
  TOPIC("AWS::SNS::Topic", "only alarms publish to it: the gateway lets no call of SNS through"),
  TOPIC_POLICY("AWS::SNS::TopicPolicy", "says who may publish to a topic, and nobody here does"),
  SUBSCRIPTION("AWS::SNS::Subscription", "nobody is to be woken by one machine"),
  LOG_GROUP("AWS::Logs::LogGroup", "the functions' lines go to the runtime's own log"),
  METRIC_FILTER("AWS::Logs::MetricFilter", "metrics are read by alarms alone"),
  QUERY("AWS::Logs::QueryDefinition", "there is no console to run it in");

  private final String type;
  private final String reason;

  InertType(String type, String reason) {
    this.type = type;
    this.reason = reason;
  }

  /** Why nothing is lost without it. */
  String reason() {
    return reason;
  }

  static boolean includes(String type) {
    for (var inert : values()) {
      if (inert.type.equals(type)) {
        return true;
      }
    }
    return false;
  }
}
