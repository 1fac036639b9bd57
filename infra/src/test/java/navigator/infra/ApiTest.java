package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ApiTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  @Test
  void everyRouteWantsATokenOfTheAppClient() {
    assertThat(STACK.properties("AWS::ApiGatewayV2::Route"))
        .allSatisfy(route -> assertThat(route.get("AuthorizationType").asText()).isEqualTo("JWT"))
        .map(route -> route.get("RouteKey").asText())
        .containsExactlyInAnyOrder(
            "POST /chat",
            "GET /chat",
            "GET /chat/{request_id}",
            "POST /chat/{request_id}/cancel",
            "GET /chat/{request_id}/outcome",
            "GET /conversations",
            "DELETE /conversations/{conversation_id}",
            "GET /conversations/{conversation_id}/messages",
            "GET /ops/dead-letters",
            "GET /ops/dead-letters/groups",
            "GET /ops/dead-letters/{dead_letter_id}",
            "GET /ops/queues",
            "GET /ops/audit",
            "POST /ops/replays/plan",
            "POST /ops/replays",
            "GET /ops/replays",
            "GET /ops/replays/{name}",
            "POST /ops/replays/{name}/cancel");
    JsonNode audience =
        STACK
            .properties("AWS::ApiGatewayV2::Authorizer")
            .findFirst()
            .orElseThrow()
            .at("/JwtConfiguration/Audience/0/Ref");
    assertThat(STACK.resources("AWS::Cognito::UserPoolClient")).containsOnlyKeys(audience.asText());
  }

  @Test
  void browsersMayCallEveryRouteAndAreShownTheHeadersThatClientsFollow() {
    JsonNode cors =
        STACK
            .properties("AWS::ApiGatewayV2::Api")
            .findFirst()
            .orElseThrow()
            .get("CorsConfiguration");

    assertThat(cors.get("ExposeHeaders"))
        .map(JsonNode::asText)
        .containsExactly(
            "Location",
            "Retry-After",
            "Idempotency-Replayed",
            "Preference-Applied",
            "RateLimit",
            "RateLimit-Policy");
    assertThat(cors.get("AllowMethods"))
        .map(JsonNode::asText)
        .containsExactly("GET", "POST", "DELETE");
    assertThat(cors.path("AllowCredentials").asBoolean()).isFalse();
  }

  @Test
  void theStageLimitsItsCallersAndLogsThemAsJsonWithoutTheirTokens() throws Exception {
    JsonNode stage = STACK.properties("AWS::ApiGatewayV2::Stage").findFirst().orElseThrow();

    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isEqualTo(50);
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt()).isEqualTo(100);
    String format = stage.at("/AccessLogSettings/Format").asText();
    assertThat(new ObjectMapper().readTree(format).fieldNames())
        .toIterable()
        .contains("requestId", "routeKey", "status");
    assertThat(format).doesNotContain("\n").doesNotContainIgnoringCase("header");
  }

  @Test
  void onlyAdministratorsCreateUsersAndEachHasAGroup() {
    JsonNode pool = STACK.properties("AWS::Cognito::UserPool").findFirst().orElseThrow();

    assertThat(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean()).isTrue();
    assertThat(STACK.properties("AWS::Cognito::UserPoolGroup"))
        .map(group -> group.get("GroupName").asText())
        .containsExactlyInAnyOrder("admin", "staff", "instructor");
  }

  @Test
  void theStackTellsWhereItIs() {
    assertThat(STACK.json().get("Outputs").fieldNames())
        .toIterable()
        .contains(
            "ApiUrl",
            "UserPoolId",
            "UserPoolClientId",
            "TableName",
            "RequestQueueUrl",
            "DeadLetterQueueUrl");
  }
}
