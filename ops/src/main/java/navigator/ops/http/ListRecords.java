package navigator.ops.http;

import static java.util.Objects.requireNonNullElseGet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.AuditView;
import navigator.ops.ReadAudit;

/** {@code GET /ops/audit}. */
final class ListRecords implements OpsRoute {

  private static final String SINCE = "since";
  private static final Set<String> KNOWN = Set.of(SINCE, Parameters.LIMIT, Parameters.AFTER);
  private static final Duration USUAL = Duration.ofDays(90);
  private static final OpsList LIST =
      new OpsList(
          "audit",
          "/ops/audit",
          Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-[0-9T:.]{18}Z#[0-9a-f-]{36}"));

  private final ReadAudit audit;
  private final InstantSource clock;

  ListRecords(ReadAudit audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    Parameters parameters = new Parameters(call, KNOWN);
    Instant since =
        requireNonNullElseGet(
            new FilterForm(parameters).time(SINCE), () -> clock.instant().minus(USUAL));
    return LIST.answer(
        parameters, (after, limit) -> audit.page(since, after, limit), AuditView::of);
  }
}
