package navigator.local.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.local.topology.HttpApi.Route;

/**
 * The API's routes in the order in which they are tried: the most specific path first, and for one
 * path its own method before {@code ANY}.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routing</a>
 */
final class RouteTable {
  private static final String ANY = "ANY";

  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    this.routes =
        routes.stream()
            .sorted(
                Comparator.comparing((Route r) -> new RoutePath(r.path()), RoutePath.BY_PRECEDENCE)
                    .thenComparing(r -> r.method().equals(ANY)))
            .toList();
  }

  /**
   * A route that a request takes.
   *
   * @param pathParameters decoded, by name
   */
  record Match(Route route, Map<String, String> pathParameters) {
    /** The route's key, as events name it. */
    String key() {
      return route.path().startsWith("$") ? route.path() : route.method() + " " + route.path();
    }
  }

  /**
   * The route of a request, if it has one.
   *
   * @param path decoded
   */
  Optional<Match> match(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(ANY) || route.method().equals(method))
        .flatMap(
            route ->
                new RoutePath(route.path())
                    .match(path).map(parameters -> new Match(route, parameters)).stream())
        .findFirst();
  }
}
