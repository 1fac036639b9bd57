package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.LambdaFunction;

/**
 * Reads {@code AWS::Lambda::Function} with its versions and aliases.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html">The
 *     type's reference</a>
 */
final class Functions {

  private static final int DEFAULT_MEMORY_MEGABYTES = 128;
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;

  private final Stack stack;
  private final Map<String, ExecutionRole> roles;
  private final Map<String, AsyncInvokes> asyncInvokes;

  private Functions(Stack stack) {
    this.stack = stack;
    this.roles = Roles.read(stack);
    this.asyncInvokes = InvokeConfigs.read(stack);
  }

  static List<LambdaFunction> read(Stack stack) {
    stack.each(EmulatedType.VERSION, (resource, p) -> p.text("FunctionName"));
    stack.each(EmulatedType.ALIAS, (resource, p) -> alias(p));
    var reader = new Functions(stack);
    return stack.each(EmulatedType.FUNCTION, reader::function);
  }

  private static String alias(Properties p) {
    p.text("FunctionName");
    p.withoutEffect("there is one version, the archive's", "FunctionVersion");
    return p.text("Name");
  }

  private LambdaFunction function(Resource resource, Properties p) {
    p.only("Runtime", "java25")
        .withoutEffect("archives hold bytecode, which runs on any processor", "Architectures")
        .withoutEffect("it is a comment", "Description")
        .withoutEffect("lines go to the runtime's own log", "LoggingConfig")
        .withoutEffect("nobody is billed", "Tags")
        .withoutEffect("there is no X-Ray to send traces to", "TracingConfig");
    p.optionalText("FunctionName");
    var name = stack.resolver().ref(resource);
    return new LambdaFunction(
        name,
        stack.arn(resource),
        p.text("Handler"),
        archive(p),
        p.number("MemorySize").orElse(DEFAULT_MEMORY_MEGABYTES),
        Duration.ofSeconds(p.number("Timeout").orElse(DEFAULT_TIMEOUT_SECONDS)),
        environment(p),
        role(p),
        p.number("ReservedConcurrentExecutions"),
        snapStart(p),
        asyncInvokes.getOrDefault(name, AsyncInvokes.DEFAULT));
  }

  private static boolean snapStart(Properties p) {
    return p.object("SnapStart")
        .optionalText("ApplyOn")
        .filter("PublishedVersions"::equals)
        .isPresent();
  }

  private Path archive(Properties p) {
    var code = p.object("Code").withoutEffect("assets are read from the assembly", "S3Bucket");
    var key = code.text("S3Key");
    var archive = Optional.ofNullable(stack.assembly().assets().get(key));
    if (archive.isEmpty()) {
      p.refuse("the assembly has no asset " + key);
    }
    return archive.orElse(Path.of(""));
  }

  private static Map<String, String> environment(Properties p) {
    return p.object("Environment").json("Variables").stream()
        .flatMap(JsonNode::propertyStream)
        .collect(Collectors.toMap(Map.Entry::getKey, variable -> variable.getValue().asText()));
  }

  private ExecutionRole role(Properties p) {
    var arn = p.text("Role");
    var role = roles.get(arn);
    if (role == null) {
      p.refuse("its role " + arn + " is not in the template");
      return new ExecutionRole(arn, arn, List.of());
    }
    return role;
  }
}
