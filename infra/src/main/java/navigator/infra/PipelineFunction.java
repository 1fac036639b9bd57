package navigator.infra;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function with a role, a log group and an alias of its own. Everything that invokes it does so
 * through the alias, since SnapStart takes its snapshots of published versions only.
 */
final class PipelineFunction extends Construct {

  private final String name;
  private final Function function;
  private final Alias alias;

  PipelineFunction(Construct scope, FunctionSpec spec, StackSettings settings) {
    super(scope, "Function");
    LogGroup log = log(spec, settings);
    name = spec.name();
    function = function(spec, role(spec, log), log);
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
  }

  /** The last part of its physical name. */
  String name() {
    return name;
  }

  Function function() {
    return function;
  }

  Alias alias() {
    return alias;
  }

  private LogGroup log(FunctionSpec spec, StackSettings settings) {
    return LogGroup.Builder.create(this, "Log")
        .logGroupName("/aws/lambda/" + spec.physicalName())
        .retention(settings.retention().logs())
        .removalPolicy(settings.stage().removalPolicy())
        .build();
  }

  /** Closed to the statements that CDK would add by itself: what stands here is all. */
  private IRole role(FunctionSpec spec, LogGroup log) {
    PolicyDocument allowed =
        PolicyDocument.Builder.create()
            .statements(
                Stream.concat(
                        spec.allowed().stream(),
                        Stream.of(
                            Allow.on(
                                log.getLogGroupArn(), "logs:CreateLogStream", "logs:PutLogEvents")))
                    .toList())
            .build();
    return Role.Builder.create(this, "Role")
        .description("What " + spec.physicalName() + " may do")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of("Allowed", allowed))
        .build()
        .withoutPolicyUpdates();
  }

  private Function function(FunctionSpec spec, IRole role, LogGroup log) {
    Function.Builder builder =
        Function.Builder.create(this, "Lambda")
            .functionName(spec.physicalName())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .code(spec.archive().code())
            .handler(spec.handler() + "::handleRequest")
            .memorySize(spec.memoryMegabytes())
            .timeout(Duration.seconds(spec.timeout().toSeconds()))
            .environment(spec.environment())
            .role(role)
            .logGroup(log);
    spec.reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
    Function function = builder.build();
    Annotations.of(function)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes a version.");
    return function;
  }
}
