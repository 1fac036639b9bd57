package navigator.contracts.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import navigator.contracts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackReplyTest {

  @ParameterizedTest
  @EnumSource
  void itSaysThatItIsNoAnswerAndWhereACrisisIsHelped(Role role) {
    assertThat(FallbackReply.of(role))
        .contains("this is not an answer")
        .contains("988")
        .contains("local emergency number");
  }

  @Test
  void everyRoleHasItsOwn() {
    assertThat(Arrays.stream(Role.values()).map(FallbackReply::of)).doesNotHaveDuplicates();
  }
}
