package navigator.infra;

import static java.util.Objects.requireNonNull;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API: every route wants an ID token of the user pool's app client. */
final class ChatApi extends Construct {

  /** Who asked for what and how it went; never a body, a query string or a token. */
  private static final String ACCESS_LOG_FORMAT =
      """
      {"requestId":"$context.requestId","time":"$context.requestTime",\
      "sub":"$context.authorizer.claims.sub","routeKey":"$context.routeKey",\
      "status":"$context.status","latency":"$context.responseLatency",\
      "integrationError":"$context.integrationErrorMessage",\
      "authorizerError":"$context.authorizer.error"}\
      """;

  private final HttpApi api;
  private final HttpUserPoolAuthorizer authorizer;

  ChatApi(
      Construct scope,
      Users users,
      Submission submission,
      Cancelling cancelling,
      Deletion deletion,
      Reading reading,
      Alias operating,
      StackSettings settings) {
    super(scope, "ChatApi");
    api =
        HttpApi.Builder.create(this, "Api")
            .apiName("learning-navigator")
            .corsPreflight(cors(settings.origins()))
            .createDefaultStage(false)
            .build();
    authorizer =
        HttpUserPoolAuthorizer.Builder.create("IdToken", users.pool())
            .userPoolClients(List.of(users.client()))
            .build();
    route(HttpMethod.POST, "/chat", "Submit", submission.alias());
    route(HttpMethod.GET, "/chat/{request_id}", "Status", reading.status());
    route(HttpMethod.GET, "/chat/{request_id}/outcome", "OutcomeWait", reading.outcomeWait());
    route(HttpMethod.GET, "/chat", "Requests", reading.requests());
    route(HttpMethod.POST, "/chat/{request_id}/cancel", "Cancel", cancelling.alias());
    route(HttpMethod.DELETE, "/conversations/{conversation_id}", "Deletion", deletion.alias());
    route(HttpMethod.GET, "/conversations", "Conversations", reading.conversations());
    route(
        HttpMethod.GET,
        "/conversations/{conversation_id}/messages",
        "Messages",
        reading.conversations());
    routeOperators(operating);
    logAccess(stage(settings.capacity()), settings);
  }

  private void routeOperators(Alias function) {
    route(HttpMethod.GET, "/ops/dead-letters", "DeadLetters", function);
    route(HttpMethod.GET, "/ops/dead-letters/groups", "DeadLetterGroups", function);
    route(HttpMethod.GET, "/ops/dead-letters/{dead_letter_id}", "DeadLetter", function);
    route(HttpMethod.GET, "/ops/queues", "Queues", function);
    route(HttpMethod.GET, "/ops/audit", "Audit", function);
    route(HttpMethod.POST, "/ops/replays/plan", "ReplayPlan", function);
    route(HttpMethod.POST, "/ops/replays", "ReplayStart", function);
    route(HttpMethod.GET, "/ops/replays", "Replays", function);
    route(HttpMethod.GET, "/ops/replays/{name}", "Replay", function);
    route(HttpMethod.POST, "/ops/replays/{name}/cancel", "ReplayCancel", function);
  }

  HttpApi api() {
    return api;
  }

  /** Without a slash at its end. */
  String url() {
    return api.getApiEndpoint();
  }

  private void route(HttpMethod method, String path, String id, Alias function) {
    api.addRoutes(
        AddRoutesOptions.builder()
            .methods(List.of(method))
            .path(path)
            .integration(new HttpLambdaIntegration(id, function))
            .authorizer(authorizer)
            .build());
  }

  private static CorsPreflightOptions cors(List<String> origins) {
    return CorsPreflightOptions.builder()
        .allowOrigins(origins)
        .allowMethods(List.of(CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.DELETE))
        .allowHeaders(
            List.of("Authorization", "Content-Type", "Idempotency-Key", "Prefer", "traceparent"))
        .exposeHeaders(
            List.of(
                "Location",
                "Retry-After",
                "Idempotency-Replayed",
                "Preference-Applied",
                "RateLimit",
                "RateLimit-Policy"))
        .maxAge(Duration.hours(1))
        .build();
  }

  private HttpStage stage(Capacity capacity) {
    return HttpStage.Builder.create(this, "Stage")
        .httpApi(api)
        .stageName("$default")
        .autoDeploy(true)
        .throttle(
            ThrottleSettings.builder()
                .rateLimit(capacity.requestsPerSecond())
                .burstLimit(capacity.burst())
                .build())
        .build();
  }

  private void logAccess(HttpStage stage, StackSettings settings) {
    LogGroup log =
        LogGroup.Builder.create(this, "AccessLog")
            // This prefix keeps API Gateway from adding to the account's log resource policy.
            .logGroupName("/aws/vendedlogs/apis/learning-navigator")
            .retention(settings.retention().logs())
            .removalPolicy(settings.stage().removalPolicy())
            .build();
    ((CfnStage) requireNonNull(stage.getNode().getDefaultChild()))
        .setAccessLogSettings(
            CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(ACCESS_LOG_FORMAT)
                .build());
  }
}
