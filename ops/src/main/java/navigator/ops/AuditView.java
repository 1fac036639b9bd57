package navigator.ops;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A record of what an operator did, in the words of the table, to be shown. */
public record AuditView(
    Instant at,
    String action,
    String phase,
    String operation,
    String actor,
    String reason,
    Map<String, String> subject,
    Map<String, Long> counts) {

  public static AuditView of(AuditRecord done) {
    return new AuditView(
        done.at(),
        done.action().wireName(),
        done.phase().wireName(),
        done.operation(),
        done.actor(),
        done.reason(),
        new TreeMap<>(done.subject()),
        new TreeMap<>(done.counts()));
  }
}
