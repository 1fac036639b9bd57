package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import navigator.local.topology.HttpApi.Route;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static RouteTable table(String... keys) {
    return new RouteTable(
        Arrays.stream(keys)
            .map(key -> key.split(" ", 2))
            .map(key -> new Route(key[0], key[1], key[0] + " " + key[1], Optional.empty()))
            .toList());
  }

  private static String taken(RouteTable table, String method, String path) {
    return table.match(method, path).map(m -> m.route().functionArn()).orElse("none");
  }

  @Test
  void theMostSpecificRouteIsTakenWhateverTheirOrder() {
    var table =
        table(
            "ANY $default",
            "ANY /{proxy+}",
            "GET /pets/{proxy+}",
            "GET /pets/{id}",
            "GET /pets/dog");

    assertThat(taken(table, "GET", "/pets/dog")).isEqualTo("GET /pets/dog");
    assertThat(taken(table, "GET", "/pets/cat")).isEqualTo("GET /pets/{id}");
    assertThat(taken(table, "GET", "/pets/cat/1")).isEqualTo("GET /pets/{proxy+}");
    assertThat(taken(table, "POST", "/pets/dog")).isEqualTo("ANY /{proxy+}");
    assertThat(taken(table, "GET", "/")).isEqualTo("ANY /{proxy+}");
  }

  @Test
  void theRequestsOwnMethodBeatsAny() {
    var table = table("ANY /chat", "POST /chat");

    assertThat(taken(table, "POST", "/chat")).isEqualTo("POST /chat");
    assertThat(taken(table, "GET", "/chat")).isEqualTo("ANY /chat");
  }

  @Test
  void parametersAreHandedOver() {
    var table = table("GET /conversations/{id}/messages", "GET /files/{path+}");

    assertThat(table.match("GET", "/conversations/c 1/messages").orElseThrow().pathParameters())
        .isEqualTo(Map.of("id", "c 1"));
    assertThat(table.match("GET", "/files/a/b/c").orElseThrow().pathParameters())
        .isEqualTo(Map.of("path", "a/b/c"));
  }

  @Test
  void aPathWithMoreOrFewerOrEmptySegmentsDoesNotFit() {
    var table = table("GET /chat/{id}");

    for (var path : new String[] {"/chat", "/chat/", "/chat/1/", "/chat/1/2", "/Chat/1", "*"}) {
      assertThat(taken(table, "GET", path)).as(path).isEqualTo("none");
    }
    assertThat(taken(table, "PUT", "/chat/1")).isEqualTo("none");
  }
}
