package navigator.local.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One call of the API that nobody should make.
 *
 * @param path with nothing left to encode
 * @param query the same; empty: none
 * @param body a byte in each character
 */
record HostileCall(
    String method, String path, String query, Map<String, String> headers, String body) {

  private static final String RIGHT =
      """
      {"message":"How?","metadata":{"page":"courses"},"deadline_seconds":300}
      """;

  /** An order of a replay that would ask nothing again. */
  private static final String ORDER =
      """
      {"name":"fuzz","reason":"Odd.","rate":60,
       "selection":{"ids":["00000000-0000-4000-8000-000000000000"]}}
      """;

  /**
   * Calls of every operation that is specified, and of some that are not.
   *
   * @param ids that mean something to somebody
   * @param token of the caller
   */
  static Arbitrary<HostileCall> of(List<String> ids, String token) {
    return Combinators.combine(routes(), ids(ids), queries(), headers(token), bodies())
        .as(
            (route, id, query, headers, body) -> {
              String[] parts = route.split(" ", 2);
              String path = parts[1].replaceAll("\\{[^}]+}", encoded(id).replace("$", "\\$"));
              return new HostileCall(parts[0], path, query, headers, body);
            });
  }

  HttpRequest request(URI api) {
    URI url = URI.create(api + path + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .method(method, BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
    headers.forEach(request::header);
    return request.build();
  }

  @Override
  public String toString() {
    return "%s %s?%s %s %s".formatted(method, path, query, headers, body);
  }

  private static Arbitrary<String> routes() {
    List<String> specified = new ArrayList<>(ContractSchemas.routes());
    specified.sort(null);
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.just("POST /chat")),
        Tuple.of(8, Arbitraries.of(specified)),
        Tuple.of(
            1, Arbitraries.of("PATCH /chat", "GET /", "GET /chat//", "PUT /a/{b}", "TRACE /chat")));
  }

  private static Arbitrary<String> ids(List<String> known) {
    return Arbitraries.oneOf(
        Arbitraries.of(known), HostileText.damaged(Arbitraries.of(known)), HostileText.whole());
  }

  private static Arbitrary<String> queries() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("limit", "after", "status", "created_after", "state", "since", "user"),
            HostileText.whole());
    Arbitrary<String> pairs =
        Combinators.combine(names, HostileText.whole())
            .as((name, value) -> encoded(name) + "=" + encoded(value));
    return Arbitraries.oneOf(
        Arbitraries.just(""),
        pairs.list().ofMaxSize(3).map(list -> String.join("&", list)),
        Arbitraries.of("&&=", "limit", "limit=1&limit=2", "%ff=%00", "after=%C0%AF"));
  }

  private static Arbitrary<Map<String, String>> headers(String token) {
    Arbitrary<String> types =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just("application/json")),
            Tuple.of(1, Arbitraries.just("application/octet-stream")),
            Tuple.of(1, HostileText.damaged("application/json; charset=utf-8")));
    Arbitrary<String> tokens =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just("Bearer " + token)),
            Tuple.of(1, HostileText.damaged("Bearer " + token)));
    Arbitrary<Map<String, String>> others =
        Arbitraries.maps(
                Arbitraries.of("Idempotency-Key", "Traceparent", "Prefer", "Cookie", "Origin"),
                Arbitraries.oneOf(HostileText.any(), Arbitraries.of("wait=1", "wait=x")))
            .ofMaxSize(2);
    return Combinators.combine(types, tokens, others)
        .as(
            (type, bearer, rest) -> {
              Map<String, String> headers = new TreeMap<>(rest);
              headers.put("Content-Type", type);
              headers.put("Authorization", bearer);
              headers.replaceAll((_, value) -> value.replaceAll("[^ -~]", "?"));
              return headers;
            });
  }

  private static Arbitrary<String> bodies() {
    Arbitrary<String> wrong =
        Arbitraries.oneOf(
            HostileJson.damaged(RIGHT),
            HostileJson.damaged(ORDER),
            HostileJson.any(),
            HostileText.any(),
            HostileText.damaged(RIGHT),
            HostileText.any()
                .map(name -> "{\"message\":\"Hi\",\"\\ud800" + name.length() + "\":1}"));
    return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(RIGHT)), Tuple.of(6, wrong))
        .flatMap(text -> Arbitraries.of(text, new String(text.getBytes(UTF_8), ISO_8859_1)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
