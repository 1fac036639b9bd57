package navigator.local.topology;

/** A custom event bus, {@code AWS::Events::EventBus}. */
public record EventBus(String name, String arn) {}
