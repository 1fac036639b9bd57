package navigator.local.template;

/** The resource types that are run on this machine; a closed list. */
enum EmulatedType {
  API("AWS::ApiGatewayV2::Api"),
  AUTHORIZER("AWS::ApiGatewayV2::Authorizer"),
  INTEGRATION("AWS::ApiGatewayV2::Integration"),
  ROUTE("AWS::ApiGatewayV2::Route"),
  STAGE("AWS::ApiGatewayV2::Stage"),
  USER_POOL("AWS::Cognito::UserPool"),
  APP_CLIENT("AWS::Cognito::UserPoolClient"),
  USER_GROUP("AWS::Cognito::UserPoolGroup"),
  TABLE("AWS::DynamoDB::GlobalTable"),
  EVENT_BUS("AWS::Events::EventBus"),
  RULE("AWS::Events::Rule"),
  MANAGED_POLICY("AWS::IAM::ManagedPolicy"),
  POLICY("AWS::IAM::Policy"),
  ROLE("AWS::IAM::Role"),
  ALIAS("AWS::Lambda::Alias"),
  INVOKE_CONFIG("AWS::Lambda::EventInvokeConfig"),
  MAPPING("AWS::Lambda::EventSourceMapping"),
  FUNCTION("AWS::Lambda::Function"),
  PERMISSION("AWS::Lambda::Permission"),
  VERSION("AWS::Lambda::Version"),
  QUEUE("AWS::SQS::Queue"),
  QUEUE_POLICY("AWS::SQS::QueuePolicy");

  private final String type;

  EmulatedType(String type) {
    this.type = type;
  }

  /** As templates name it. */
  String type() {
    return type;
  }

  static boolean includes(String type) {
    for (var emulated : values()) {
      if (emulated.type.equals(type)) {
        return true;
      }
    }
    return false;
  }
}
