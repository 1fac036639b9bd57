package navigator.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import navigator.contracts.http.Problem;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;

/** Tells the API's own answers, its functions' problems and its gateway's messages apart. */
final class AnswerReader {

  private AnswerReader() {}

  static <T> ApiAnswer<T> read(HttpResponse<String> response, Class<T> type) {
    if (response.statusCode() / 100 == 2) {
      return switch (Wire.read(response.body(), type)) {
        case Read.Valid<T>(T value) -> new ApiAnswer.Found<>(value, retryAfter(response));
        case Read.Invalid<T>(String reason) ->
            new ApiAnswer.Rejected<>(response.statusCode(), "the answer cannot be read: " + reason);
      };
    }
    return problem(response)
        .<ApiAnswer<T>>map(problem -> new ApiAnswer.Refused<>(problem, retryAfter(response)))
        .orElseGet(() -> new ApiAnswer.Rejected<>(response.statusCode(), message(response)));
  }

  private static Optional<Problem> problem(HttpResponse<String> response) {
    boolean isProblem =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    return isProblem
            && Wire.read(response.body(), Problem.class) instanceof Read.Valid<Problem> read
        ? Optional.of(read.value())
        : Optional.empty();
  }

  // The gateway's own errors are {"message": …}, or anything when something else answers.
  private static String message(HttpResponse<String> response) {
    if (Wire.readTree(response.body()) instanceof Read.Valid<JsonNode> read) {
      return read.value().path("message").asText("no message");
    }
    return "no message";
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }
}
