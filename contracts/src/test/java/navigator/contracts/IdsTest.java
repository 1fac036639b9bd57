package navigator.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private static final String ID = "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11";

  @Test
  void aCanonicalUuidIsAnId() {
    assertThat(RequestId.parse(ID)).contains(new RequestId(ID));
    assertThat(ConversationId.parse(ID)).contains(new ConversationId(ID));
    assertThat(new RequestId(ID)).hasToString(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "0B5E3B5C-6A51-4C0E-9D0B-0C2C8A3F9F11",
        "0b5e3b5c6a514c0e9d0b0c2c8a3f9f11",
        "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11 ",
        "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11#REQUEST",
        "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9fgg"
      })
  void anythingElseIsNone(String text) {
    assertThat(RequestId.parse(text)).isEmpty();
    assertThat(ConversationId.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConversationId(text));
  }

  @Test
  void whatIsWrongWithAnIdIsToldWithoutIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequestId("call me"))
        .withMessage("request_id is not a lower-case UUID");
  }

  @Test
  void randomIdsDiffer() {
    assertThat(Stream.generate(RequestId::random).limit(100)).doesNotHaveDuplicates();
  }

  @Test
  void aNameHasOneIdAndNoOtherNameHasIt() {
    assertThat(RequestId.named("ann")).isEqualTo(RequestId.named("ann"));
    assertThat(RequestId.named("ann")).isNotEqualTo(RequestId.named("bob"));
    UUID id = UUID.fromString(RequestId.named("ann").value());
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }
}
