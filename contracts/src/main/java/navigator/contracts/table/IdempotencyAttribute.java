package navigator.contracts.table;

/** The names that the table of idempotency records is made with. */
public final class IdempotencyAttribute {

  /** The table's only key. */
  public static final String ID = "id";

  /** When the record may be deleted, in epoch seconds: the table's TTL attribute. */
  public static final String EXPIRATION = "expiration";

  private IdempotencyAttribute() {}
}
