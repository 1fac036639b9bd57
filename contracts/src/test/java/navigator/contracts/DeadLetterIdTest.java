package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.Stream;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterIdTest {

  private static final RequestId REQUEST = new RequestId("0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11");

  static Stream<DeadLetterId> ids() {
    return Stream.of(
        new DeadLetterId.OfRequest(REQUEST), new DeadLetterId.Unreadable(REQUEST.value()));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void anIdIsReadFromItsTextItsJsonAndItsKey(DeadLetterId id) {
    assertThat(DeadLetterId.parse(id.text())).contains(id);
    assertThat(Wire.write(id)).isEqualTo("\"" + id.text() + "\"");
    assertThat(Wire.read(Wire.write(id), DeadLetterId.class)).isEqualTo(new Read.Valid<>(id));
    assertThat(Keys.deadLetterAt(Keys.deadLetter(id))).contains(id);
    assertThat(id).hasToString(id.text());
  }

  @Test
  void aRequestAndAMessageOfTheSameIdAreTold() {
    assertThat(ids().map(DeadLetterId::text)).doesNotHaveDuplicates();
    assertThat(ids().map(Keys::deadLetter)).doesNotHaveDuplicates();
  }

  @Test
  void theKeysAreThoseOfTheRequestAndOfTheMessage() {
    DeadLetterId request = new DeadLetterId.OfRequest(REQUEST);
    DeadLetterId message = new DeadLetterId.Unreadable("m-1");
    DeadLetterState state = DeadLetterState.PARKED;
    assertThat(Keys.deadLetter(request)).isEqualTo(Keys.deadLetter(REQUEST));
    assertThat(Keys.deadLetter(message)).isEqualTo(Keys.unreadable("m-1"));
    assertThat(Keys.deadLetterOfState(state, request, Instant.EPOCH))
        .isEqualTo(Keys.deadLetterOfState(state, REQUEST, Instant.EPOCH));
    assertThat(Keys.deadLetterOfState(state, message, Instant.EPOCH))
        .isEqualTo(Keys.unreadableOfState(state, "m-1", Instant.EPOCH));
  }

  @Test
  void otherKeysAreThoseOfNoLetter() {
    assertThat(Keys.deadLetterAt(Keys.request(REQUEST))).isEmpty();
    assertThat(Keys.deadLetterAt(new Key("REQUEST#mine", "DEADLETTER"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unreadable:", "unreadable: ", "unreadable:a#b", "0B5E3B5C", "m-1", "../x"})
  void anythingElseIsNone(String text) {
    assertThat(DeadLetterId.parse(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeadLetterId.of(text))
        .withMessage("the dead letter's id is not one");
  }

  @Test
  void aMessageIdOfAnotherFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeadLetterId.Unreadable("a#b"))
        .withMessage("the message id is not one of SQS");
  }
}
