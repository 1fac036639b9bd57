package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Wire;
import navigator.inference.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * SQS messages that no sender of ours would send, and batches with such among those that it does.
 */
final class HostileMessages {

  private static final Map<String, String> FAILURE =
      Map.of(
          "error_code", "model_timeout",
          "error_detail", "It took too long.",
          "attempts", "3",
          "first_failure_at", "2026-03-01T09:00:01.000000Z",
          "last_failure_at", "2026-03-01T09:00:05.000000Z");

  private static final ChatRequest REQUEST = Samples.request();
  private static final String RIGHT = Wire.write(REQUEST);

  private HostileMessages() {}

  /** The events of batches; every message has an id of its own. */
  static Arbitrary<SQSEvent> batches() {
    return message()
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(
            messages -> {
              for (int i = 0; i < messages.size(); i++) {
                messages.get(i).setMessageId("message-" + i);
                messages.get(i).setReceiptHandle("handle-" + i);
              }
              SQSEvent event = new SQSEvent();
              event.setRecords(messages);
              return event;
            });
  }

  private static Arbitrary<SQSMessage> message() {
    return Combinators.combine(bodies(), system(), attributes()).as(HostileMessages::message);
  }

  private static SQSMessage message(
      @Nullable String body,
      @Nullable Map<String, String> system,
      @Nullable Map<String, MessageAttribute> attributes) {
    SQSMessage message = new SQSMessage();
    message.setBody(body);
    message.setAttributes(system);
    message.setMessageAttributes(attributes);
    return message;
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.integers()
        .between(0, 0xFFFF)
        .map("00000000-0000-8000-8000-00000000%04x"::formatted);
  }

  private static Arbitrary<String> bodies() {
    return Arbitraries.oneOf(
        ids().map(id -> RIGHT.replace(REQUEST.requestId().value(), id)),
        HostileJson.damaged(RIGHT),
        HostileJson.any().injectNull(0.05));
  }

  private static Arbitrary<@Nullable Map<String, String>> system() {
    Arbitrary<@Nullable String> counts =
        Arbitraries.oneOf(Arbitraries.of("1", "2", "500"), HostileText.any()).injectNull(0.1);
    Arbitrary<@Nullable String> groups =
        Arbitraries.oneOf(Arbitraries.of("group-1", "group-2"), HostileText.any()).injectNull(0.1);
    return Combinators.combine(counts, groups, HostileText.any().injectNull(0.3))
        .as(
            (count, group, deduplicationId) -> {
              Map<String, String> attributes = new HashMap<>();
              attributes.put("ApproximateReceiveCount", count);
              attributes.put("MessageGroupId", group);
              attributes.put("MessageDeduplicationId", deduplicationId);
              attributes.values().removeIf(value -> value == null);
              return attributes;
            })
        .injectNull(0.05);
  }

  private static Arbitrary<@Nullable Map<String, MessageAttribute>> attributes() {
    Arbitrary<MessageAttribute> ids =
        Arbitraries.oneOf(ids(), HostileText.any()).injectNull(0.2).map(HostileMessages::attribute);
    Arbitrary<Map<String, String>> changes =
        Arbitraries.maps(Arbitraries.of(new TreeSet<>(FAILURE.keySet())), HostileText.any())
            .ofMaxSize(2);
    return Combinators.combine(ids, changes)
        .as(
            (id, changed) -> {
              Map<String, String> failure = new HashMap<>(FAILURE);
              failure.putAll(changed);
              Map<String, MessageAttribute> attributes = new HashMap<>();
              failure.forEach((name, value) -> attributes.put(name, attribute(value)));
              attributes.put("request_id", id);
              return attributes;
            })
        .injectNull(0.05);
  }

  private static MessageAttribute attribute(@Nullable String value) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType(value == null ? "Binary" : "String");
    attribute.setStringValue(value);
    return attribute;
  }
}
