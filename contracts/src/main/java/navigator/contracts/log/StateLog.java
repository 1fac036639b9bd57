package navigator.contracts.log;

import java.time.Duration;
import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Traceparent;
import navigator.contracts.Usage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one structured line per state change. Its closed set of fields has no room for the text
 * that people wrote. Safe for use by many threads.
 */
public final class StateLog {

  private final Logger logger;

  private StateLog(Logger logger) {
    this.logger = logger;
  }

  /** The log of the class that changes the state. */
  public static StateLog of(Class<?> changer) {
    return new StateLog(LoggerFactory.getLogger(changer));
  }

  /** A line about a change that is as it should be. */
  public Line info(StateChange change, RequestId request) {
    return new Line(logger.atInfo(), change).with("request_id", request.value());
  }

  /** A line about a change that somebody may want to look into. */
  public Line warn(StateChange change, RequestId request) {
    return new Line(logger.atWarn(), change).with("request_id", request.value());
  }

  /** A line in the making; nothing is written before {@link #write()}. */
  public static final class Line {

    private final StateChange change;
    private LoggingEventBuilder event;

    private Line(LoggingEventBuilder event, StateChange change) {
      this.event = event;
      this.change = change;
    }

    public Line conversation(ConversationId id) {
      return with("conversation_id", id.value());
    }

    public Line generation(int generation) {
      return with("generation", generation);
    }

    public Line attempt(int attempt) {
      return with("attempt", attempt);
    }

    /** A word of the caller's own vocabulary: never anything that came from outside. */
    public Line outcome(String word) {
      return with("outcome", word);
    }

    public Line code(ErrorCode code) {
      return with("code", code.wireName());
    }

    public Line model(String id) {
      return with("model", id);
    }

    public Line tokens(Usage usage) {
      return with("input_tokens", usage.inputTokens()).with("output_tokens", usage.outputTokens());
    }

    /** How long the change took. */
    public Line took(Duration duration) {
      return with("duration_ms", duration.toMillis());
    }

    /** When the request is looked at again. */
    public Line until(Instant instant) {
      return with("until", IsoMicros.format(instant));
    }

    public Line trace(Traceparent traceparent) {
      return with("traceparent", traceparent.value());
    }

    /** Writes the line. */
    public void write() {
      event.log(change.wireName());
    }

    private Line with(String name, Object value) {
      event = event.addKeyValue(name, value);
      return this;
    }
  }
}
