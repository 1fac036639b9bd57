package navigator.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import navigator.contracts.http.JsonObject;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.http.ReplayForm.Ordered;
import navigator.ops.replay.ReplayOrder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bodies that nobody should send: each is as specified, or its faults are told as specified. */
class ReplayFormFuzzTest {

  private static final String RIGHT =
      """
      {"name":"after","reason":"The model is back.","rate":60,"canary":5,"stop_share":0.2,
       "selection":{"ids":["7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10"]}}
      """;

  @Property(tries = 1_000)
  void whatIsTakenIsAsSpecifiedAndCanBeOrdered(@ForAll("bodies") String json) {
    if (!(Wire.read(json, JsonObject.class) instanceof Read.Valid<JsonObject>(JsonObject body))) {
      return;
    }
    Ordered ordered = ReplayForm.ofOrder(body);
    if (ordered.wanted().refusal().isPresent()) {
      assertThat(ContractSchemas.object("problem.json", ordered.wanted().refusal().get().body()))
          .isEmpty();
      return;
    }
    assertThat(ContractSchemas.object("replay-order.json", json)).isEmpty();
    assertThat(
            new ReplayOrder(
                    ordered.name(),
                    "ada",
                    ordered.reason(),
                    ordered.wanted().selection(),
                    ordered.wanted().terms())
                .name())
        .isEqualTo(ordered.name());
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.oneOf(HostileJson.damaged(RIGHT), HostileJson.any());
  }
}
