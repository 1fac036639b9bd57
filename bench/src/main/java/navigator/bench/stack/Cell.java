package navigator.bench.stack;

import java.util.List;
import java.util.Map;

/**
 * A part of a run that shares nothing with the others but the machine: workers, their queue with
 * its dead letters, their table, and the model that they ask.
 *
 * @param name in the names of all of it
 * @param model the id of an inference profile that no other cell asks
 * @param handler of the function
 * @param fleets one or more, all on the same queue
 * @param maxReceives after which the queue moves a message to its dead letters
 * @param environment variables of the function that differ from the template's
 */
public record Cell(
    String name,
    String model,
    String handler,
    List<Fleet> fleets,
    int maxReceives,
    Map<String, String> environment) {

  public Cell {
    fleets = List.copyOf(fleets);
    environment = Map.copyOf(environment);
  }

  /** The processes of all fleets. */
  public int environments() {
    return fleets.stream().mapToInt(Fleet::environments).sum();
  }
}
