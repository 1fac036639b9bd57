package navigator.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.Role;
import navigator.contracts.Samples;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WireFuzzTest {

  private static final List<Class<?>> TYPES =
      List.of(
          ChatRequest.class,
          ChatAnswered.class,
          ChatFellBack.class,
          RequestObject.class,
          JsonNode.class,
          Map.class,
          Turn.class,
          Role.class,
          Instant.class);

  @Property(tries = 1000)
  void noTextThrowsOrIsRepeated(@ForAll("hostile") String text) {
    for (Class<?> type : TYPES) {
      if (Wire.read(text, type) instanceof Read.Invalid<?>(String reason)) {
        assertTellsNothing(reason);
      }
    }
  }

  @Property(tries = 1000)
  void noDamagedMessageThrowsOrIsRepeated(@ForAll("damaged") String text) {
    for (Class<?> type : TYPES) {
      if (Wire.read(text, type) instanceof Read.Invalid<?>(String reason)) {
        assertTellsNothing(reason);
      }
    }
  }

  @Property(tries = 500)
  void whatWasWrittenIsReadAgain(
      @ForAll("texts") String text, @ForAll("texts") String user, @ForAll("times") Instant time) {
    ChatRequest request =
        new ChatRequest(
            1,
            Samples.REQUEST,
            Samples.CONVERSATION,
            user,
            Role.STAFF,
            text,
            new Turn(time),
            IsoMicros.truncate(time),
            IsoMicros.truncate(time),
            0,
            Samples.TRACE);
    assertThat(Wire.read(Wire.write(request), ChatRequest.class))
        .isEqualTo(new Read.Valid<>(request));
  }

  @Property(tries = 500)
  void aTraceparentIsKeptOnlyIfItIsOne(@ForAll("headers") String header) {
    Traceparent trace = Traceparent.ofHeader(header);
    assertThat(trace.value()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  @Property(tries = 500)
  void everyGroupsClaimGivesARole(@ForAll("texts") String groups) {
    Map<String, String> claims = Map.of("sub", "ann", "cognito:groups", groups);
    assertThat(Caller.ofClaims(claims).role()).isNotNull();
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileJson.any();
  }

  @Provide
  Arbitrary<String> damaged() {
    return Arbitraries.oneOf(
        HostileJson.damaged(Wire.write(Samples.chatRequest())),
        HostileJson.damaged(Wire.write(Samples.answered())),
        HostileJson.damaged(Wire.write(Samples.fellBack())),
        HostileJson.damaged(Wire.write(Samples.completed())));
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileText.any();
  }

  @Provide
  Arbitrary<String> headers() {
    return HostileText.damaged(Samples.TRACE.value());
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(-62_000_000_000_000L, 253_000_000_000_000L)
        .map(Instant::ofEpochMilli);
  }

  private static void assertTellsNothing(String reason) {
    assertThat(reason)
        .isNotBlank()
        .doesNotContain(HostileText.SECRET)
        .isNotEqualTo("null")
        .doesNotContain("Cannot invoke")
        .doesNotContain("Exception")
        .doesNotContain("navigator.")
        .matches("[ -~]*");
  }
}
