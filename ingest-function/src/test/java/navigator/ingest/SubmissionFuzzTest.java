package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import navigator.contracts.ConversationId;
import navigator.contracts.http.Problem;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Wire;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bodies of {@code POST /chat}, sane and otherwise. */
class SubmissionFuzzTest {

  private static final String RIGHT =
      """
      {"message":"How?","conversation_id":"0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11",
       "metadata":{"page":"courses","lang":"en"},"deadline_seconds":300}
      """;

  @Property(tries = 500)
  void noBodyThrowsAndEveryRefusalKeepsTheContract(@ForAll("hostile") String body) {
    assertHolds(body);
  }

  @Property(tries = 1000)
  void noDamagedBodyThrowsAndEveryRefusalKeepsTheContract(@ForAll("damaged") String body) {
    assertHolds(body);
  }

  @Property(tries = 500)
  void whatIsRightIsReadAsItWasSent(@ForAll("submissions") ChatSubmission sent) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("message", " " + sent.message() + "\n");
    fields.put("metadata", sent.metadata());
    if (sent.conversation() != null) {
      fields.put("conversation_id", sent.conversation());
    }
    if (sent.deadline() != null) {
      fields.put("deadline_seconds", sent.deadline().toSeconds());
    }
    String body = Wire.write(fields);
    assertThat(ContractSchemas.object("submission.json", body)).isEmpty();
    assertThat(SubmissionForm.read(body)).isEqualTo(new SubmissionReading.Valid(sent));
  }

  @Property(tries = 1000)
  void aKeyIsOneOrIsRefused(@ForAll("texts") String text) {
    boolean visible = text.matches("[!-~]{1,255}");
    assertThat(IdempotencyKey.parse(text).map(IdempotencyKey::value))
        .isEqualTo(visible ? Optional.of(text) : Optional.empty());
  }

  private static void assertHolds(String body) {
    switch (SubmissionForm.read(body)) {
      case SubmissionReading.Valid(var submission) -> {
        assertThat(ContractSchemas.object("submission.json", body)).isEmpty();
        assertThat(submission.message()).isNotBlank();
      }
      case SubmissionReading.Malformed(var reason) ->
          assertThat(reason).isNotBlank().doesNotContain(HostileText.SECRET).matches("[ -~]+");
      case SubmissionReading.Faulty(var faults) -> {
        assertThat(faults).isNotEmpty();
        assertThat(faults)
            .extracting(Problem.Fault::detail)
            .allSatisfy(detail -> assertThat(detail).doesNotContain(HostileText.SECRET));
        assertThat(ContractSchemas.object("problem.json", Wire.write(Problem.ofFaults(faults))))
            .isEmpty();
      }
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileJson.any();
  }

  @Provide
  Arbitrary<String> damaged() {
    return HostileJson.damaged(RIGHT);
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileText.any();
  }

  @Provide
  Arbitrary<ChatSubmission> submissions() {
    Arbitrary<String> texts = HostileText.whole().map(SubmissionFuzzTest::sendable);
    Arbitrary<String> names = texts.map(text -> text.isEmpty() ? "name" : cut(text, 64));
    return Combinators.combine(
            texts.map(String::strip).map(text -> text.isEmpty() ? "Hi" : text),
            Arbitraries.create(UUID::randomUUID)
                .map(id -> new ConversationId(id.toString()))
                .injectNull(0.5),
            Arbitraries.maps(names, texts.map(text -> cut(text, 512))).ofMaxSize(16),
            Arbitraries.integers().between(30, 3600).map(Duration::ofSeconds).injectNull(0.5))
        .as(ChatSubmission::new);
  }

  // The queue takes no noncharacters.
  private static String sendable(String text) {
    return text.replaceAll("[\\uFFFE\\uFFFF]", "?");
  }

  private static String cut(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }
}
