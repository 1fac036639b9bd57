package navigator.inference.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Attribute;
import navigator.inference.Claim;
import navigator.inference.ClaimRequest;
import navigator.inference.Progress;
import navigator.inference.ReleaseClaim;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Leases on requests, kept on the request's item by conditional writes. Each write names the state
 * that it expects; one that finds another looks at it and tries again. Safe for use by many
 * threads.
 */
public final class RequestLeases implements ClaimRequest, ReleaseClaim {

  private static final int MAX_TRIES = 4;
  private static final String IN_PROGRESS = Status.IN_PROGRESS.wireName();

  private final DynamoDbClient dynamo;
  private final String table;
  private final Outcomes outcomes;
  private final Duration lease;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * Leases in {@code table}.
   *
   * @param lease how long each lasts
   * @param random gives the owners' tokens; two processes must not draw the same
   */
  public RequestLeases(
      DynamoDbClient dynamo,
      String table,
      Outcomes outcomes,
      Duration lease,
      RandomGenerator random,
      InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.outcomes = outcomes;
    this.lease = lease;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Claim claim(RequestId id, int generation) {
    String owner = HexFormat.of().toHexDigits(random.nextLong());
    Expected expected = new Expected(Status.QUEUED, null);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Instant now = clock.instant();
      try {
        return granted(owner, taking(owner, generation, expected, now), id, expected);
      } catch (ConditionalCheckFailedException e) {
        if (!e.hasItem()) {
          return new Claim.Unknown();
        }
        RequestItem found = new RequestItem(new StoredItem(e.item()));
        if (found.leaseOwner().filter(owner::equals).isPresent()) {
          // The SDK repeated a write that had succeeded: its first answer was lost.
          return Claim.granted(owner, found.progress(), found.crashes(), expected.foundCrash());
        }
        Optional<Claim> refused = refused(id, generation, found, now);
        if (refused.isPresent()) {
          return refused.get();
        }
        expected = new Expected(found.status(), found.leaseOwner().orElse(null));
      } catch (SdkException e) {
        throw leaving(id, owner, e);
      }
    }
    throw new IllegalStateException("The request kept changing while it was being claimed");
  }

  @Override
  public void release(RequestId id, String owner, Progress progress, Instant until) {
    try {
      RequestUpdate update =
          releasing(owner, progress, until).ifEqual(Attribute.STATUS, IN_PROGRESS);
      dynamo.updateItem(update.status(Status.QUEUED, clock.instant()).alone(table, id));
    } catch (ConditionalCheckFailedException e) {
      if (e.hasItem() && owner.equals(leaseOwner(e))) {
        releaseAsItStands(id, owner, progress, until);
      }
    }
  }

  /**
   * The state that a claim expects; at first that of a request which was just submitted.
   *
   * @param crashed the owner of a lease that has ended
   */
  private record Expected(Status status, @Nullable String crashed) {

    boolean foundCrash() {
      return crashed != null;
    }
  }

  private static RequestUpdate taking(
      String owner, int generation, Expected expected, Instant now) {
    RequestUpdate update =
        new RequestUpdate()
            .set(Attribute.LEASE_OWNER, owner)
            .setOnce(Attribute.STARTED_AT, now)
            .ifEqual(Attribute.GENERATION, generation)
            .ifThere(Attribute.PENDING_INDEX_PK)
            .ifAbsentOrBelow(Attribute.OUTCOME_GENERATION, generation)
            .ifEqual(Attribute.STATUS, expected.status().wireName());
    if (expected.status() == Status.QUEUED) {
      update.status(Status.IN_PROGRESS, now);
    }
    String crashed = expected.crashed();
    return crashed == null
        ? update.ifAbsent(Attribute.LEASE_OWNER)
        : update
            .count(Attribute.CRASHES)
            .ifEqual(Attribute.LEASE_OWNER, crashed)
            .ifNotAfter(Attribute.LEASE_UNTIL, now);
  }

  private Claim granted(String owner, RequestUpdate update, RequestId id, Expected expected) {
    update.set(Attribute.LEASE_UNTIL, clock.instant().plus(lease));
    RequestItem taken =
        new RequestItem(new StoredItem(dynamo.updateItem(update.alone(table, id)).attributes()));
    return Claim.granted(owner, taken.progress(), taken.crashes(), expected.foundCrash());
  }

  private Optional<Claim> refused(RequestId id, int generation, RequestItem found, Instant now) {
    if (found.generation() != generation) {
      return Optional.of(new Claim.Superseded());
    }
    if (found.erased()) {
      return Optional.of(new Claim.Ended());
    }
    if (found.outcomeGeneration().filter(stored -> stored >= generation).isPresent()) {
      return Optional.of(
          outcomes
              .read(id, generation)
              .<Claim>map(Claim.OutcomeStored::new)
              .orElseGet(Claim.Ended::new));
    }
    if (!found.pending() || found.status() == Status.CANCELLED) {
      return Optional.of(new Claim.Ended());
    }
    return found.leaseUntil().filter(now::isBefore).map(Claim.Held::new);
  }

  // The claim may have been written although its answer was lost: nobody would ever release it.
  private SdkException leaving(RequestId id, String owner, SdkException fault) {
    try {
      RequestUpdate update = new RequestUpdate().status(Status.QUEUED, clock.instant());
      dynamo.updateItem(
          update
              .removeLease()
              .ifEqual(Attribute.LEASE_OWNER, owner)
              .ifEqual(Attribute.STATUS, IN_PROGRESS)
              .alone(table, id));
    } catch (ConditionalCheckFailedException _) {
      return fault;
    } catch (SdkException e) {
      fault.addSuppressed(e);
    }
    return fault;
  }

  // The request may have ended meanwhile: its status stays then.
  private void releaseAsItStands(RequestId id, String owner, Progress progress, Instant until) {
    try {
      dynamo.updateItem(releasing(owner, progress, until).alone(table, id));
    } catch (ConditionalCheckFailedException _) {
      return;
    }
  }

  private static RequestUpdate releasing(String owner, Progress progress, Instant until) {
    return new RequestUpdate()
        .progress(progress)
        .set(Attribute.DEFERRED_UNTIL, until)
        .removeLease()
        .ifEqual(Attribute.LEASE_OWNER, owner);
  }

  private static @Nullable String leaseOwner(ConditionalCheckFailedException e) {
    return new RequestItem(new StoredItem(e.item())).leaseOwner().orElse(null);
  }
}
