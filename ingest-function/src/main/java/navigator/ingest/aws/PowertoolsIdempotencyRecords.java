package navigator.ingest.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.UUID;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ingest.IdempotencyKey;
import navigator.ingest.IdempotencyRecords;
import navigator.ingest.KeyClaim;
import navigator.ingest.Promised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.idempotency.IdempotencyConfig;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemAlreadyExistsException;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyValidationException;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/** Powertools' idempotency records as the records of submissions. Safe for use by many threads. */
final class PowertoolsIdempotencyRecords implements IdempotencyRecords {

  private static final Logger LOG = LoggerFactory.getLogger(PowertoolsIdempotencyRecords.class);

  /** What an execution may be late by, against this clock, when its process is stopped. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final String KEY = "key";
  private static final String FINGERPRINT = "fingerprint";

  private static final IdempotencyConfig CONFIG =
      IdempotencyConfig.builder()
          .withEventKeyJMESPath(KEY)
          .withPayloadValidationJMESPath(FINGERPRINT)
          .withHashFunction("SHA-256")
          .withExpiration(Duration.ofHours(24))
          .withThrowOnNoIdempotencyKey(true)
          .build();

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  PowertoolsIdempotencyRecords(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public KeyClaim begin(String userId, IdempotencyKey key, String fingerprint, Duration remaining) {
    JsonNode submission =
        JsonNodeFactory.instance
            .objectNode()
            .put(KEY, key.of(userId))
            .put(FINGERPRINT, fingerprint);
    // A UUID of the platform's secure generator, which no restored snapshot repeats.
    FencedStore store = new FencedStore(dynamo, table, UUID.randomUUID().toString());
    store.configure(CONFIG, "submit");
    try {
      return begin(store, submission, remaining);
    } catch (SdkException e) {
      if (!Cancellations.isTransient(e)) {
        throw e;
      }
      LOG.atWarn().setCause(e).log("idempotency.unavailable");
      return new KeyClaim.Unavailable();
    }
  }

  private KeyClaim begin(FencedStore store, JsonNode submission, Duration remaining) {
    int lease = Math.toIntExact(remaining.plus(MARGIN).toMillis());
    try {
      store.saveInProgress(submission, clock.instant(), OptionalInt.of(lease));
      return new KeyClaim.Begun(new Running(store, submission));
    } catch (IdempotencyItemAlreadyExistsException _) {
      return asFound(store, submission);
    }
  }

  private KeyClaim asFound(FencedStore store, JsonNode submission) {
    try {
      DataRecord found = store.getRecord(submission, clock.instant());
      String promised = found.getResponseData();
      return promised.isEmpty() ? new KeyClaim.InProgress() : new KeyClaim.Done(promised(promised));
    } catch (IdempotencyValidationException _) {
      return new KeyClaim.KeyReused();
    }
  }

  private static Promised promised(String json) {
    return switch (Wire.read(json, Promised.class)) {
      case Read.Valid<Promised>(Promised promised) -> promised;
      case Read.Invalid<Promised>(String reason) ->
          throw new IllegalStateException("A record holds no promise: " + reason);
    };
  }

  /** One execution. What it cannot write any more ends with its lease. */
  private final class Running implements KeyClaim.Execution {

    private final FencedStore store;
    private final JsonNode submission;

    Running(FencedStore store, JsonNode submission) {
      this.store = store;
      this.submission = submission;
    }

    @Override
    public void succeed(Promised promised) {
      ending(() -> store.saveSuccess(submission, Wire.write(promised), clock.instant()));
    }

    @Override
    public void abandon() {
      ending(() -> store.deleteRecord(submission, new IllegalStateException("Not admitted")));
    }

    private void ending(Runnable write) {
      try {
        write.run();
      } catch (SdkException e) {
        LOG.atWarn().setCause(e).log("idempotency.left_in_progress");
      }
    }
  }
}
