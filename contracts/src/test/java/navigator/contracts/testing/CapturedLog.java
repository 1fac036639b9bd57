package navigator.contracts.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import navigator.contracts.IsoMicros;
import navigator.contracts.metric.Metric;
import navigator.contracts.wire.Wire;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Everything that is logged until it is closed. */
public final class CapturedLog implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

  private CapturedLog() {
    // Read while others write.
    lines.list = new CopyOnWriteArrayList<>();
  }

  /** Starts to capture. */
  public static CapturedLog start() {
    CapturedLog log = new CapturedLog();
    log.lines.start();
    log.root.addAppender(log.lines);
    return log;
  }

  /** Starts to capture, and to keep from the console what goes wrong on purpose. */
  public static CapturedLog silently() {
    CapturedLog log = new CapturedLog();
    log.root.iteratorForAppenders().forEachRemaining(log.silenced::add);
    log.silenced.forEach(log.root::detachAppender);
    log.lines.start();
    log.root.addAppender(log.lines);
    return log;
  }

  /** The lines with their fields and stack traces. */
  public String text() {
    return lines.list.stream().map(CapturedLog::text).collect(Collectors.joining("\n"));
  }

  /** The lines as JSON, in the form that the functions' encoder gives them. */
  public String json() {
    return lines.list.stream().map(CapturedLog::json).collect(Collectors.joining("\n"));
  }

  /** What a metric came to in all lines. */
  public long total(Metric metric) {
    return lines.list.stream()
        .flatMap(event -> fields(event).stream())
        .filter(field -> field.key.equals(metric.wireName()))
        .mapToLong(field -> ((Number) field.value).longValue())
        .sum();
  }

  private static List<KeyValuePair> fields(ILoggingEvent event) {
    return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
  }

  private static String json(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", IsoMicros.format(event.getInstant()));
    fields.put("message", event.getFormattedMessage());
    fields.put("logger", event.getLoggerName());
    fields.put("level", event.getLevel().toString());
    fields(event).forEach(pair -> fields.put(pair.key, pair.value));
    return Wire.write(fields);
  }

  private static String text(ILoggingEvent event) {
    String failure =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + " " + event.getKeyValuePairs() + " " + failure;
  }

  @Override
  public void close() {
    root.detachAppender(lines);
    silenced.forEach(root::addAppender);
    lines.stop();
  }
}
