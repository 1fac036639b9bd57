package navigator.persistence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Which of a user's requests are asked for.
 *
 * @param status null: any
 * @param createdAfter accepted later than that; null: whenever
 */
public record RequestFilter(@Nullable Status status, @Nullable Instant createdAfter) {

  private static final String STATUS = "status";
  private static final String CREATED_AFTER = "created_after";

  // The years whose times sort as text.
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = FIRST.plusSeconds(315_569_520_000L);

  /** The filter in the query parameters, as far as it is without fault. */
  static RequestFilter read(Map<String, String> parameters, List<Fault> faults) {
    String status = parameters.get(STATUS);
    String createdAfter = parameters.get(CREATED_AFTER);
    return new RequestFilter(
        status == null ? null : status(status, faults),
        createdAfter == null ? null : time(createdAfter, faults));
  }

  /** The query parameters that are none of the filter's. */
  static Map<String, String> others(Map<String, String> parameters) {
    Map<String, String> others = new HashMap<>(parameters);
    others.remove(STATUS);
    others.remove(CREATED_AFTER);
    return others;
  }

  /** The filter as the beginning of a URL's query: empty, or with an ampersand at its end. */
  String query() {
    return (status == null ? "" : STATUS + "=" + status.wireName() + "&")
        + (createdAfter == null ? "" : CREATED_AFTER + "=" + IsoMicros.format(createdAfter) + "&");
  }

  /** Below the positions of all requests that were accepted late enough. */
  public String lowest() {
    return createdAfter == null ? Keys.requestPrefix() : Keys.requestsAfter(createdAfter);
  }

  private static @Nullable Status status(String text, List<Fault> faults) {
    Optional<Status> status =
        Arrays.stream(Status.values()).filter(known -> known.wireName().equals(text)).findFirst();
    if (status.isEmpty()) {
      String known =
          Arrays.stream(Status.values()).map(Status::wireName).collect(Collectors.joining(", "));
      faults.add(new Fault("#query/" + STATUS, "must be one of " + known));
    }
    return status.orElse(null);
  }

  private static @Nullable Instant time(String text, List<Fault> faults) {
    try {
      Instant time = IsoMicros.parse(text);
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (DateTimeException _) {
      // Told below, as is a time out of range.
    }
    faults.add(
        new Fault(
            "#query/" + CREATED_AFTER,
            "must be an ISO 8601 time with seconds and offset, such as 2026-03-02T09:15:00Z"));
    return null;
  }
}
