package navigator.contracts.table;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;

/** Every key of the single table, and of its two indexes. */
public final class Keys {

  /** Over how many partitions the index of pending requests is spread. */
  public static final int PENDING_SHARDS = 8;

  /** Over how many partitions the index of dead letters is spread, for each state. */
  public static final int DEAD_LETTER_SHARDS = 8;

  private Keys() {}

  public static Key conversation(ConversationId id) {
    return new Key("CONV#" + id, "CONVERSATION");
  }

  /** The user message of a turn. */
  public static Key userMessage(ConversationId id, Turn turn) {
    return new Key("CONV#" + id, "MSG#" + turn + "#USER");
  }

  /** The reply to a turn, the same in every generation, so that an answer replaces a fallback. */
  public static Key assistantMessage(ConversationId id, Turn turn) {
    return new Key("CONV#" + id, "MSG#" + IsoMicros.format(turn.reply()) + "#ASSISTANT");
  }

  /** What the sort keys of a conversation's messages begin with. */
  public static String messagePrefix() {
    return "MSG#";
  }

  /** Below every sort key of the turn and after those of all turns before it. */
  public static String messagesBefore(Turn turn) {
    return "MSG#" + turn;
  }

  public static Key request(RequestId id) {
    return new Key("REQUEST#" + id, "REQUEST");
  }

  public static Key outcome(RequestId id, int generation) {
    return new Key("REQUEST#" + id, "OUTCOME#" + generation);
  }

  /** What the sort keys of a request's outcomes begin with. */
  public static String outcomePrefix() {
    return "OUTCOME#";
  }

  public static Key deadLetter(RequestId id) {
    return new Key("REQUEST#" + id, "DEADLETTER");
  }

  /** A dead letter that names no request. */
  public static Key unreadable(String messageId) {
    return new Key("UNREADABLE#" + messageId, "DEADLETTER");
  }

  /** A dead letter of either kind. */
  public static Key deadLetter(DeadLetterId id) {
    return switch (id) {
      case DeadLetterId.OfRequest(RequestId request) -> deadLetter(request);
      case DeadLetterId.Unreadable(String messageId) -> unreadable(messageId);
    };
  }

  /** The id of the dead letter at {@code key}; empty if it is the key of something else. */
  public static Optional<DeadLetterId> deadLetterAt(Key key) {
    String partition = key.partition();
    String id = partition.substring(partition.indexOf('#') + 1);
    boolean unreadable = partition.startsWith("UNREADABLE#");
    return key.sort().equals("DEADLETTER")
        ? DeadLetterId.parse(unreadable ? "unreadable:" + id : id)
        : Optional.empty();
  }

  /** The pace of a model's quota, of a model or inference profile in a Region. */
  public static Key quota(String region, String modelId) {
    return new Key("QUOTA#" + region + "#" + modelId, "QUOTA");
  }

  /** What a user has taken of the limits at the door. */
  public static Key limits(String userId) {
    return new Key("LIMITS#" + userId, "LIMITS");
  }

  /** In the first index: a user's conversations by their last change. */
  public static Key conversationOfUser(String userId, Instant updatedAt, ConversationId id) {
    return new Key(userPartition(userId), "CONVERSATION#" + IsoMicros.format(updatedAt) + "#" + id);
  }

  /** In the first index: a user's messages by conversation, as in the original data model. */
  public static Key messageOfUser(String userId, ConversationId id, Instant timestamp) {
    return new Key(userPartition(userId), "CONV#" + id + "#" + IsoMicros.format(timestamp));
  }

  /** In the first index: a user's requests by their acceptance. */
  public static Key requestOfUser(String userId, Instant createdAt, RequestId id) {
    return new Key(userPartition(userId), requestPrefix() + IsoMicros.format(createdAt) + "#" + id);
  }

  /** In the first index: what the sort keys of a user's requests begin with. */
  public static String requestPrefix() {
    return "REQUEST#";
  }

  /** In the first index: between the requests accepted until then and those accepted later. */
  public static String requestsAfter(Instant createdAt) {
    // One more than the mark that follows the time in a key.
    return requestPrefix() + IsoMicros.format(createdAt) + "$";
  }

  /** In the first index: above the sort keys of all of a user's requests. */
  public static String requestsEnd() {
    return "REQUEST$";
  }

  /** The partition of the first index that holds all that is a user's. */
  public static String userPartition(String userId) {
    return "USER#" + userId;
  }

  /** In the second index: a pending request by its deadline. */
  public static Key pending(RequestId id, Instant deadlineAt) {
    return new Key(
        pendingPartition(shard(id.value(), PENDING_SHARDS)),
        IsoMicros.format(deadlineAt) + "#" + id);
  }

  /** A partition of the second index, {@code shard} from 0 below {@link #PENDING_SHARDS}. */
  public static String pendingPartition(int shard) {
    return "PENDING#" + shard;
  }

  /** In the second index: a dead letter by its failure. */
  public static Key deadLetterOfState(DeadLetterState state, RequestId id, Instant failedAt) {
    return deadLetterOfState(state, id.value(), failedAt);
  }

  /** In the second index: a dead letter that names no request. */
  public static Key unreadableOfState(DeadLetterState state, String messageId, Instant failedAt) {
    return deadLetterOfState(state, messageId, failedAt);
  }

  /** In the second index: a dead letter of either kind by its failure. */
  public static Key deadLetterOfState(DeadLetterState state, DeadLetterId id, Instant failedAt) {
    return deadLetterOfState(state, id.value(), failedAt);
  }

  private static Key deadLetterOfState(DeadLetterState state, String id, Instant failedAt) {
    return new Key(
        deadLetterPartition(state, shard(id, DEAD_LETTER_SHARDS)),
        IsoMicros.format(failedAt) + "#" + id);
  }

  /** A partition of the second index, {@code shard} from 0 below {@link #DEAD_LETTER_SHARDS}. */
  public static String deadLetterPartition(DeadLetterState state, int shard) {
    return "DEADLETTER#" + state.wireName() + "#" + shard;
  }

  /** In the second index: a deleted conversation whose text is not all erased. */
  public static Key erasure(ConversationId id, Instant deletedAt) {
    return new Key(erasurePartition(), IsoMicros.format(deletedAt) + "#" + id);
  }

  /** The partition of the second index that holds all that is to be erased; deletions are rare. */
  public static String erasurePartition() {
    return "ERASURE";
  }

  /** A replay, by its name. */
  public static Key replay(String name) {
    return new Key(replayPartition(name), "REPLAY");
  }

  /** What a replay does about one dead letter. */
  public static Key replayEntry(String name, RequestId id, Instant failedAt) {
    return new Key(
        replayPartition(name), replayEntryPrefix() + IsoMicros.format(failedAt) + "#" + id);
  }

  /** What the sort keys of a replay's entries begin with; the rest sorts by the failure. */
  public static String replayEntryPrefix() {
    return "ENTRY#";
  }

  /** The partition that holds a replay and its entries. */
  public static String replayPartition(String name) {
    return "REPLAY#" + name;
  }

  /** The name of the replay whose partition that is. */
  public static String replayNameAt(String partition) {
    return partition.substring(replayPartition("").length());
  }

  /** Which part of a replay is in the metrics. */
  public static Key replayMetrics(String name) {
    return new Key(replayPartition(name), "METRICS");
  }

  /** In the second index: a replay of which not everything is in the metrics, by its start. */
  public static Key unreportedReplay(String name, Instant createdAt) {
    return new Key(unreportedReplaysPartition(), IsoMicros.format(createdAt) + "#" + name);
  }

  /** The partition of the second index that holds those. */
  public static String unreportedReplaysPartition() {
    return "REPLAY#untold";
  }

  /** In the second index: a replay by its start, among those that have ended or have not. */
  public static Key replayOfState(ReplayState state, String name, Instant createdAt) {
    return new Key(replaysPartition(state.isEnded()), IsoMicros.format(createdAt) + "#" + name);
  }

  /** The partition of the second index that holds the replays which have ended, or have not. */
  public static String replaysPartition(boolean ended) {
    return "REPLAY#" + (ended ? "ended" : "active");
  }

  /** A record of what an operator did; {@code id} tells those of one time apart. */
  public static Key audit(Instant at, String id) {
    return new Key(
        auditPartition(YearMonth.from(at.atOffset(ZoneOffset.UTC))),
        IsoMicros.format(at) + "#" + id);
  }

  /** The partition that holds the records of a month in UTC. */
  public static String auditPartition(YearMonth month) {
    return "AUDIT#" + month;
  }

  private static int shard(String id, int shards) {
    return Math.floorMod(id.hashCode(), shards);
  }
}
