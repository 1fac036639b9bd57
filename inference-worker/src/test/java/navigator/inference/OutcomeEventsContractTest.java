package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeEventsContractTest {

  static Stream<Outcome> outcomes() {
    return Stream.concat(
        Stream.of(Samples.answered("Here is how.")),
        Stream.of(ErrorCode.values()).map(Samples::failed));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyEventIsAsItIsSpecified(Outcome outcome) {
    ChatOutcome event = OutcomeEvents.of(Samples.facts(), outcome);

    assertThat(ContractSchemas.event("learning-navigator", event.detailType(), Wire.write(event)))
        .isEmpty();
  }
}
