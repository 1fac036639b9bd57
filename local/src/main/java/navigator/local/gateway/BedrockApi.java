package navigator.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * Bedrock Runtime's requests: {@code Converse} alone, whose action is {@code bedrock:InvokeModel},
 * and with a guardrail {@code bedrock:ApplyGuardrail} too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
final class BedrockApi implements ServiceApi {

  private static final Pattern CONVERSE = Pattern.compile("/model/([^/]+)/converse");

  private final ResourceNames names;
  private final InvokedModels models;

  BedrockApi(ResourceNames names) {
    this.names = names;
    this.models = new InvokedModels(names);
  }

  @Override
  public Reading read(Call call) {
    var matcher = CONVERSE.matcher(call.rawPath());
    if (!"POST".equals(call.method()) || !matcher.matches()) {
      return new Reading.Unsupported(call.method() + " " + call.rawPath());
    }
    var needed = Stream.concat(models(matcher.group(1)), guardrail(call)).toList();
    return new Reading.Understood("Converse", needed);
  }

  private Stream<Permission> models(String rawModelId) {
    // A plus sign stands for itself in a path.
    var id = URLDecoder.decode(rawModelId.replace("+", "%2B"), StandardCharsets.UTF_8);
    return models.arns(id).stream().map(arn -> new Permission("bedrock:InvokeModel", arn));
  }

  private Stream<Permission> guardrail(Call call) {
    var config = AwsJson.input(call.body()).path("guardrailConfig");
    return config.hasNonNull("guardrailIdentifier")
        ? Stream.of(
            new Permission(
                "bedrock:ApplyGuardrail",
                names.guardrail(config.path("guardrailIdentifier").asText())))
        : Stream.empty();
  }

  @Override
  public Reply error(int status, String code, String message) {
    var body = JsonNodeFactory.instance.objectNode().put("message", message);
    return Reply.json(status, body.toString()).with("x-amzn-ErrorType", code);
  }

  @Override
  public Reply unknownKey() {
    return error(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  @Override
  public Reply denied(String message) {
    return error(403, "AccessDeniedException", message);
  }
}
