package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.testing.ContractSchemas;
import org.junit.jupiter.api.Test;

/** What is specified is deployed, and nothing else. */
class SpecificationTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  @Test
  void theRoutesAreThoseOfTheOpenApiDocument() {
    assertThat(names("AWS::ApiGatewayV2::Route", "RouteKey")).isEqualTo(ContractSchemas.routes());
  }

  @Test
  void theQueuesAndTheBusAreThoseOfTheAsyncApiDocument() {
    Set<String> deployed =
        Stream.concat(
                names("AWS::SQS::Queue", "QueueName").stream(),
                names("AWS::Events::EventBus", "Name").stream())
            .collect(Collectors.toSet());
    assertThat(deployed).isEqualTo(ContractSchemas.channels());
  }

  private static Set<String> names(String type, String property) {
    return STACK
        .properties(type)
        .map(properties -> properties.get(property).asText())
        .collect(Collectors.toSet());
  }
}
