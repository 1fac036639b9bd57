package navigator.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedListsTest {

  @ParameterizedTest
  @EnumSource(InertType.class)
  void everyTypeWithoutEffectSaysWhy(InertType type) {
    assertThat(type.reason()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(EmulatedType.class)
  void noTypeIsOnBothLists(EmulatedType type) {
    assertThat(InertType.includes(type.type())).isFalse();
    assertThat(Arrays.stream(EmulatedType.values()).map(EmulatedType::type))
        .doesNotHaveDuplicates();
  }
}
