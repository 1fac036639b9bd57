package navigator.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import navigator.contracts.Role;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void anAccessTokenIsNoIdToken() {
    assertThat(Caller.isOfAnIdToken(Map.of("sub", "u-1", "token_use", "id"))).isTrue();
    assertThat(Caller.isOfAnIdToken(Map.of("sub", "u-1", "token_use", "access"))).isFalse();
    assertThat(Caller.isOfAnIdToken(Map.of("sub", "u-1"))).isFalse();
  }

  @Test
  void aCallerIsWhomTheClaimsName() {
    Map<String, String> claims =
        Map.of("sub", "u-1", "email", "a@example.org", "cognito:groups", "[staff]");
    assertThat(Caller.ofClaims(claims)).isEqualTo(new Caller("u-1", "a@example.org", Role.STAFF));
    assertThat(Caller.ofClaims(Map.of("sub", "u-1")))
        .isEqualTo(new Caller("u-1", null, Role.GENERIC));
  }

  @Test
  void claimsWithoutASubjectAreABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> Caller.ofClaims(Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Caller.ofClaims(Map.of("sub", " ")));
  }
}
