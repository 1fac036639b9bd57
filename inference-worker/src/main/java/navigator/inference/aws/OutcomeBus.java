package navigator.inference.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.wire.Wire;
import navigator.inference.PublishOutcome;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** The event bus that outcomes go to. Safe for use by many threads. */
public final class OutcomeBus implements PublishOutcome {

  private final EventBridgeClient events;
  private final String bus;

  public OutcomeBus(EventBridgeClient events, String bus) {
    this.events = events;
    this.bus = bus;
  }

  @Override
  public void publish(ChatOutcome outcome) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(ChatEvents.SOURCE)
            .detailType(outcome.detailType())
            .detail(Wire.write(outcome))
            .build();
    PutEventsResponse response = events.putEvents(put -> put.entries(entry));
    // A refused entry comes with status 200.
    if (response.failedEntryCount() > 0) {
      String code = response.entries().getFirst().errorCode();
      throw new UncheckedIOException(new IOException("The bus refused the event: " + code));
    }
  }
}
