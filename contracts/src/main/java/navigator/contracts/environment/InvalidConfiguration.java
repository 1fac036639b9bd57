package navigator.contracts.environment;

import java.util.List;

/** A function cannot start with the settings that it was given; the message names every fault. */
public final class InvalidConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidConfiguration(List<String> faults) {
    super("Invalid configuration: " + String.join("; ", faults));
  }
}
