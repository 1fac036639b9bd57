package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.http.RequestObject;
import navigator.contracts.http.RequestSummary;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestsTest {

  private static final Caller ANN = new Caller("ann", null, Role.STAFF);

  private final VirtualClock clock = new VirtualClock();
  private final List<Integer> reads = new ArrayList<>();
  private final List<RequestSummary> stored = new ArrayList<>();
  private Duration readsTake = Duration.ofMillis(10);
  private final ListRequests list = new ListRequests(this::read, clock);

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 5", "5, 5", "6, 5", "20, 0", "3, 3"})
  void aPageIsFullUnlessItIsTheLastAlsoWhenFewPassTheFilter(int limit, int matching) {
    store(matching, 40);
    List<Page<RequestSummary>> pages = pages(Map.of("limit", "" + limit, "status", "cancelled"));
    assertThat(pages).hasSize(Math.max(1, (matching + limit - 1) / limit));
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(page.items()).hasSize(limit));
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .containsExactlyElementsOf(
            stored.stream().filter(request -> request.status() == Status.CANCELLED).toList());
  }

  @Test
  void whatEverythingPassesIsReadOnce() {
    store(50, 0);
    assertThat(page(Map.of("limit", "20")).items()).hasSize(20);
    assertThat(reads).containsExactly(21);
  }

  @Test
  void whatLetsFewThroughIsReadInGrowingStrides() {
    store(1, 5_000);
    page(Map.of("limit", "1", "status", "cancelled"));
    assertThat(reads.subList(0, 6)).containsExactly(2, 8, 32, 128, 512, 2_000);
    assertThat(reads).allMatch(read -> read <= 2_000);
  }

  @Test
  void whenTheTimeIsOverThePageEndsShortAndTheNextGoesOn() {
    store(3, 3_000);
    readsTake = Duration.ofSeconds(2);
    Map<String, String> query = Map.of("limit", "2", "status", "cancelled");
    Page<RequestSummary> first = page(query);
    assertThat(first.items()).hasSizeLessThan(2);
    assertThat(first.next()).isNotNull();
    assertThat(reads).as("for 6 seconds of 2 a read").hasSize(3);
    assertThat(pages(query).stream().flatMap(page -> page.items().stream())).hasSize(3);
  }

  @Test
  void theFiltersGoOnToTheNextPage() {
    store(3, 3);
    String next =
        page(Map.of(
                "limit", "2",
                "status", "cancelled",
                "created_after", "2026-03-02T10:15:00+01:00"))
            .next();
    assertThat(next)
        .startsWith(
            "/chat?status=cancelled&created_after=2026-03-02T09:15:00.000000Z&limit=2&after=");
  }

  @Test
  void aPositionBeforeAllThatIsAskedForHasNothingAfterIt() {
    store(3, 0);
    String cursor = parameters(page(Map.of("limit", "1"))).get("after");
    reads.clear();
    Page<RequestSummary> page =
        page(Map.of("after", String.valueOf(cursor), "created_after", "2027-01-01T00:00:00Z"));
    assertThat(page).isEqualTo(new Page<>(List.of(), null));
    assertThat(reads).isEmpty();
  }

  @Test
  void everyFaultIsListed() {
    assertThat(
            faults(
                Map.of(
                    "status", "done",
                    "created_after", "yesterday",
                    "limit", "0",
                    "after", "x",
                    "page", "2")))
        .extracting(Fault::pointer)
        .containsExactly(
            "#query/status", "#query/created_after", "#query/limit", "#query/after", "#query/page");
    assertThat(reads).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "COMPLETED", "completed,fallback", " queued", "all"})
  void aStatusIsOneOfThem(String status) {
    assertThat(faults(Map.of("status", status)))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.detail())
                    .isEqualTo(
                        "must be one of queued, in_progress, completed, fallback, cancelled"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T09:15:00",
        "2026-03-02T10:15:00 01:00",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "1772442900"
      })
  void aTimeIsIso8601AndSortsAsText(String time) {
    assertThat(faults(Map.of("created_after", time)))
        .extracting(Fault::pointer)
        .containsExactly("#query/created_after");
  }

  @Test
  void theFirstAndTheLastTimeThatSortAsTextAreTimes() {
    store(1, 0);
    assertThat(page(Map.of("created_after", "0000-01-01T00:00:00Z")).items()).hasSize(1);
    assertThat(page(Map.of("created_after", "9999-12-31T23:59:59.999999999Z")).items()).isEmpty();
  }

  @Test
  void aCursorIsItsOwners() {
    store(2, 0);
    String cursor = String.valueOf(parameters(page(Map.of("limit", "1"))).get("after"));
    Caller bob = new Caller("bob", null, Role.ADMIN);
    assertThat(list.list(bob, Map.of("after", cursor))).isInstanceOf(ListVerdict.Invalid.class);
  }

  /** That many requests that are cancelled, each after as many as possible that are queued. */
  private void store(int cancelled, int queued) {
    int count = cancelled + queued;
    IntStream.range(0, count)
        .forEach(
            i -> {
              boolean matches =
                  cancelled > 0 && (i + 1) * cancelled / count > i * cancelled / count;
              stored.add(
                  request(
                      matches ? Status.CANCELLED : Status.QUEUED,
                      Chats.ACCEPTED.plusSeconds(count - i)));
            });
  }

  private Slice<RequestSummary> read(
      String userId, RequestFilter filter, @Nullable String after, int most) {
    reads.add(most);
    clock.advance(readsTake);
    List<RequestSummary> rest =
        stored.stream()
            .filter(request -> after == null || position(request).compareTo(after) < 0)
            .filter(request -> position(request).compareTo(filter.lowest()) > 0)
            .toList();
    List<RequestSummary> read = rest.subList(0, Math.min(most, rest.size()));
    return new Slice<>(
        read.stream()
            .filter(r -> filter.status() == null || r.status() == filter.status())
            .toList(),
        read.size() < most ? null : position(read.getLast()));
  }

  private static String position(RequestSummary request) {
    return Keys.requestOfUser(request.userId(), request.createdAt(), request.requestId()).sort();
  }

  private static RequestSummary request(Status status, Instant createdAt) {
    RequestId id = RequestId.random();
    return new RequestSummary(
        id,
        Chats.CONVERSATION,
        status,
        "ann",
        createdAt,
        null,
        createdAt,
        null,
        Chats.DEADLINE,
        null,
        RequestObject.Urls.of(id, Chats.CONVERSATION));
  }

  private List<Page<RequestSummary>> pages(Map<String, String> query) {
    List<Page<RequestSummary>> pages = new ArrayList<>();
    Map<String, String> parameters = query;
    while (!parameters.isEmpty()) {
      pages.add(page(parameters));
      parameters = parameters(pages.getLast());
    }
    return pages;
  }

  private Page<RequestSummary> page(Map<String, String> query) {
    return switch (list.list(ANN, query)) {
      case ListVerdict.Listed<RequestSummary>(var page) -> page;
      case ListVerdict<RequestSummary> other -> throw new AssertionError(other);
    };
  }

  private List<Fault> faults(Map<String, String> query) {
    return switch (list.list(ANN, query)) {
      case ListVerdict.Invalid<RequestSummary>(var faults) -> faults;
      case ListVerdict<RequestSummary> other -> throw new AssertionError(other);
    };
  }

  private static Map<String, String> parameters(Page<?> page) {
    String next = page.next();
    if (next == null) {
      return Map.of();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String pair : next.substring(next.indexOf('?') + 1).split("&", -1)) {
      parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return parameters;
  }
}
