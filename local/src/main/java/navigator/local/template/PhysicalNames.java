package navigator.local.template;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give for the resources of a template: physical names as
 * the template says, or else made of the stack's name and the logical id, so that they are the same
 * in every run.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">AWS
 *     resource and property types reference, "Return values"</a>
 */
final class PhysicalNames {

  private final Resolver resolver;
  private final Placement placement;
  private final String stackName;

  PhysicalNames(Resolver resolver, Placement placement, String stackName) {
    this.resolver = resolver;
    this.placement = placement;
    this.stackName = stackName;
  }

  String ref(Resource resource) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> placement.queueUrl(named(resource, "QueueName"));
      case "AWS::DynamoDB::GlobalTable" -> named(resource, "TableName");
      case "AWS::Events::EventBus" -> named(resource, "Name");
      case "AWS::Lambda::Function" -> named(resource, "FunctionName");
      case "AWS::Lambda::Version" -> functionArn(resource) + ":1";
      case "AWS::Lambda::Alias" -> functionArn(resource) + ":" + named(resource, "Name");
      case "AWS::IAM::Role" -> named(resource, "RoleName");
      case "AWS::IAM::ManagedPolicy" -> placement.policy(named(resource, "ManagedPolicyName"));
      case "AWS::Logs::LogGroup" -> named(resource, "LogGroupName");
      case "AWS::Cognito::UserPool" -> userPool(resource);
      case "AWS::Cognito::UserPoolClient" -> GeneratedId.of(resource.logicalId(), 26);
      case "AWS::ApiGatewayV2::Api",
          "AWS::ApiGatewayV2::Authorizer",
          "AWS::ApiGatewayV2::Integration",
          "AWS::ApiGatewayV2::Route" ->
          GeneratedId.of(resource.logicalId(), 10);
      default -> throw unknown("Ref", resource);
    };
  }

  String attribute(Resource resource, String attribute) {
    return switch (resource.type() + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> placement.arn("sqs", named(resource, "QueueName"));
      case "AWS::SQS::Queue.QueueName" -> named(resource, "QueueName");
      case "AWS::DynamoDB::GlobalTable.Arn" ->
          placement.arn("dynamodb", "table/" + named(resource, "TableName"));
      case "AWS::Events::EventBus.Arn" ->
          placement.arn("events", "event-bus/" + named(resource, "Name"));
      case "AWS::Events::EventBus.Name" -> named(resource, "Name");
      case "AWS::Events::Rule.Arn" -> placement.arn("events", "rule/" + ruleName(resource));
      case "AWS::Lambda::Function.Arn" -> function(named(resource, "FunctionName"));
      case "AWS::Lambda::Version.Version" -> "1";
      case "AWS::IAM::Role.Arn" -> placement.role(named(resource, "RoleName"));
      case "AWS::Logs::LogGroup.Arn" ->
          placement.arn("logs", "log-group:" + named(resource, "LogGroupName") + ":*");
      case "AWS::Cognito::UserPool.Arn" ->
          placement.arn("cognito-idp", "userpool/" + userPool(resource));
      default -> throw unknown("Fn::GetAtt " + attribute, resource);
    };
  }

  private static UnresolvedException unknown(String what, Resource resource) {
    return new UnresolvedException(what + " of " + resource.label() + " is not known here");
  }

  private String named(Resource resource, String property) {
    return resolver
        .property(resource, property)
        .orElseGet(() -> stackName + "-" + resource.logicalId());
  }

  private String functionArn(Resource qualified) {
    return function(
        resolver
            .property(qualified, "FunctionName")
            .orElseThrow(() -> unknown("The function", qualified)));
  }

  private String function(String name) {
    return placement.arn("lambda", "function:" + name);
  }

  /** Rules of the default bus stand under no bus. */
  private String ruleName(Resource rule) {
    var name = named(rule, "Name");
    return resolver.property(rule, "EventBusName").map(bus -> bus + "/" + name).orElse(name);
  }

  private String userPool(Resource pool) {
    return placement.region() + "_" + GeneratedId.of(pool.logicalId(), 9);
  }
}
