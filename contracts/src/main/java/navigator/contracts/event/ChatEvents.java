package navigator.contracts.event;

/** The names that producer, rule and consumer of the bus share. */
public final class ChatEvents {

  public static final String SOURCE = "learning-navigator.inference";

  /** The detail type of {@link ChatAnswered}. */
  public static final String CHAT_ANSWERED = "ChatAnswered";

  /** The detail type of {@link ChatFellBack}. */
  public static final String CHAT_FELL_BACK = "ChatFellBack";

  private ChatEvents() {}
}
