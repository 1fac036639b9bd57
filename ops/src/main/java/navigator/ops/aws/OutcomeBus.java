package navigator.ops.aws;

import navigator.contracts.event.ChatEvents;
import navigator.ops.BusEvent;
import navigator.ops.PublishEvent;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** The bus that outcomes are published on. Safe for use by many threads. */
final class OutcomeBus implements PublishEvent {

  private final EventBridgeClient events;
  private final String bus;

  OutcomeBus(EventBridgeClient events, String bus) {
    this.events = events;
    this.bus = bus;
  }

  @Override
  public boolean publish(BusEvent event) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(ChatEvents.SOURCE)
            .detailType(event.detailType())
            .detail(event.detail())
            .time(event.time())
            .build();
    // A refused entry comes with status 200.
    return events.putEvents(put -> put.entries(entry)).failedEntryCount() == 0;
  }
}
