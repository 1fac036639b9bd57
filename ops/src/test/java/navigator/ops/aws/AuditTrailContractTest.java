package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.testing.TestTable;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.AuditTrail;
import navigator.ops.ReadAudit;
import navigator.ops.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AuditTrailContractTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.123456Z");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final TestTable table = TestTable.create();
  private final AuditTrail audit = new OpsTable(table.client(), table.name()).audit();

  @Test
  void aRecordIsReadAsItWasAppended() {
    AuditRecord record = requestedAt(NOW);
    audit.append(record);
    assertThat(audit.read(MARCH, null, 10)).isEqualTo(new Slice<>(List.of(record), null));
  }

  @Test
  void aMonthIsReadNewestFirstAndPageByPage() {
    IntStream.range(0, 5).forEach(i -> audit.append(requestedAt(NOW.plusSeconds(i))));
    audit.append(requestedAt(Instant.parse("2026-04-01T00:00:00Z")));
    audit.append(requestedAt(Instant.parse("2026-02-28T23:59:59.999999Z")));
    Slice<AuditRecord> first = audit.read(MARCH, null, 3);
    Slice<AuditRecord> second = audit.read(MARCH, first.next(), 3);
    assertThat(first.items())
        .extracting(AuditRecord::at)
        .containsExactly(NOW.plusSeconds(4), NOW.plusSeconds(3), NOW.plusSeconds(2));
    assertThat(second.items()).extracting(AuditRecord::at).containsExactly(NOW.plusSeconds(1), NOW);
    assertThat(second.next()).isNull();
  }

  @Test
  void theSameRecordTwiceIsOne() {
    AuditRecord record = requestedAt(NOW);
    audit.append(record);
    audit.append(record);
    assertThat(audit.read(MARCH, null, 10).items()).containsExactly(record);
  }

  @Test
  void noRecordIsEverReplaced() {
    AuditRecord record = requestedAt(NOW);
    audit.append(record);
    AuditRecord forged =
        new AuditRecord(
            NOW,
            record.id(),
            AuditAction.SHOW_TEXT,
            record.phase(),
            record.operation(),
            "somebody else",
            record.reason(),
            record.subject(),
            record.counts());
    assertThatIllegalStateException().isThrownBy(() -> audit.append(forged));
    assertThat(audit.read(MARCH, null, 10).items()).containsExactly(record);
  }

  @Test
  void aRecordNeverExpiresAndIsInNoIndex() {
    audit.append(requestedAt(NOW));
    Map<String, AttributeValue> item = table.items().getFirst();
    assertThat(item).doesNotContainKeys("expires_at", "GSI1PK", "GSI2PK");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void partsGoOnOverMonthsAndTheLastHasNoNext(int limit) {
    List<Instant> times =
        Stream.of("2026-04-02T00:00:00Z", "2026-04-01T00:00:00Z", "2026-02-28T23:59:59.999999Z")
            .map(Instant::parse)
            .toList();
    times.forEach(at -> audit.append(requestedAt(at)));
    audit.append(requestedAt(Instant.parse("2026-02-28T00:00:00Z")));
    ReadAudit reading =
        new ReadAudit(audit, InstantSource.fixed(Instant.parse("2026-05-01T00:00:00Z")));
    List<Instant> read = new ArrayList<>();
    String after = null;
    int parts = 0;
    do {
      Slice<AuditRecord> part = reading.page(times.getLast(), after, limit);
      part.items().forEach(record -> read.add(record.at()));
      after = part.next();
      parts++;
    } while (after != null);
    assertThat(read).isEqualTo(times);
    assertThat(parts).isEqualTo((2 + limit) / limit);
    assertThat(reading.page(Instant.parse("0001-01-01T00:00:00Z"), null, 100).items()).hasSize(4);
  }

  private static AuditRecord requestedAt(Instant at) {
    return AuditRecord.requested(
        at,
        AuditAction.DISCARD,
        AuditRecord.newOperation(),
        "arn:aws:iam::123456789012:user/ada",
        "incident 7",
        Map.of("error_code", "internal"),
        Map.of("matched", 2L));
  }
}
