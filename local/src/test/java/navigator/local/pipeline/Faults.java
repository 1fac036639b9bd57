package navigator.local.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import navigator.local.bedrock.Fault;
import navigator.local.bedrock.FaultScript;

/** The model's faults that the tests asked for, each for the questions of one test. */
final class Faults implements FaultScript {

  private final List<FaultScript> scripts = new CopyOnWriteArrayList<>();

  /** Every call about {@code question} meets the fault. */
  void always(String question, Fault fault) {
    scripts.add(FaultScript.always(question::equals, fault));
  }

  /** The first calls about {@code question} meet the fault. */
  void first(int calls, String question, Fault fault) {
    scripts.add(FaultScript.first(calls, question::equals, fault));
  }

  /** Calls about {@code question} meet the fault for as long as it lasts. */
  void asLongAs(BooleanSupplier lasting, String question, Fault fault) {
    scripts.add(FaultScript.always(q -> q.equals(question) && lasting.getAsBoolean(), fault));
  }

  /** Something happens while the model works on its first answer to {@code question}. */
  void during(String question, Runnable meanwhile) {
    var first = new AtomicBoolean(true);
    scripts.add(
        asked -> {
          if (asked.equals(question) && first.getAndSet(false)) {
            meanwhile.run();
          }
          return Optional.empty();
        });
  }

  @Override
  public Optional<Fault> faultOf(String lastUserMessage) {
    return scripts.stream().flatMap(script -> script.faultOf(lastUserMessage).stream()).findFirst();
  }
}
