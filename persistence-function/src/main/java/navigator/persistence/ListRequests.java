package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import navigator.contracts.http.Caller;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.http.RequestSummary;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;

/** Lists a caller's requests, the latest accepted first. Safe for use by many threads. */
public final class ListRequests {

  /** How long a page is filled: a list may have few requests of a status among very many. */
  static final Duration BUDGET = Duration.ofSeconds(6);

  /** About as many as a query of the index can read. */
  private static final int MAX_READS = 2_000;

  private static final int GROWTH = 4;

  private static final Pattern POSITION =
      Pattern.compile("REQUEST#[0-9T:.-]{26}Z#[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Requests requests;
  private final InstantSource clock;

  public ListRequests(Requests requests, InstantSource clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** Where they are looked up. */
  @FunctionalInterface
  public interface Requests {

    /**
     * Those of the user's next requests that the filter lets through, the latest accepted first.
     *
     * @param after the position to read on from; null for the beginning
     * @param reads how many requests are read at most, those included that the filter holds back
     * @return with the position of the last one read, whether or not it was let through
     */
    Slice<RequestSummary> read(
        String userId, RequestFilter filter, @Nullable String after, int reads);
  }

  /** A part of the list, as the query parameters ask for. */
  public ListVerdict<RequestSummary> list(Caller caller, Map<String, String> parameters) {
    List<Fault> faults = new ArrayList<>();
    RequestFilter filter = RequestFilter.read(parameters, faults);
    ListScope scope =
        new ListScope("requests\n" + caller.userId(), "/chat", filter.query(), POSITION);
    return switch (PageQuery.read(scope, RequestFilter.others(parameters))) {
      case PageQuery.Reading.Faulty(var others) -> {
        faults.addAll(others);
        yield new ListVerdict.Invalid<>(faults);
      }
      case PageQuery.Reading.Valid(var query) ->
          faults.isEmpty()
              ? new ListVerdict.Listed<>(query.page(scope, filled(caller.userId(), filter, query)))
              : new ListVerdict.Invalid<>(faults);
    };
  }

  /** Full, unless nothing follows or the time is over: then it ends where the reading did. */
  private Slice<RequestSummary> filled(String userId, RequestFilter filter, PageQuery query) {
    String position = query.after();
    if (position != null && position.compareTo(filter.lowest()) <= 0) {
      return new Slice<>(List.of(), null);
    }
    Instant end = clock.instant().plus(BUDGET);
    List<RequestSummary> found = new ArrayList<>();
    // One more than asked for, to know whether anything follows.
    int reads = query.limit() + 1;
    boolean more = true;
    while (more && found.size() <= query.limit()) {
      Slice<RequestSummary> slice = requests.read(userId, filter, position, reads);
      found.addAll(slice.items());
      position = slice.next();
      reads = Math.min(GROWTH * reads, MAX_READS);
      more = position != null && clock.instant().isBefore(end);
    }
    return found.size() > query.limit()
        ? upTo(found.subList(0, query.limit()))
        : new Slice<>(found, position);
  }

  private static Slice<RequestSummary> upTo(List<RequestSummary> full) {
    RequestSummary last = full.getLast();
    return new Slice<>(
        full, Keys.requestOfUser(last.userId(), last.createdAt(), last.requestId()).sort());
  }
}
