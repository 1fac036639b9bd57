package navigator.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import navigator.local.topology.UserPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalUserPoolTest {
  private static final Instant NOW = Instant.parse("2026-03-12T19:03:58.9Z");
  private static final UserPool DESCRIPTION =
      new UserPool("us-west-2_local", "https://issuer.example", "client-1", List.of("staff"));
  private static final PoolUser BEN = new PoolUser("ben", "ben@example.org", List.of("staff"));

  private static final RSAKey KEY = SigningKey.generate();

  private final LocalUserPool pool =
      new LocalUserPool(DESCRIPTION, KEY, Duration.ofMinutes(5), InstantSource.fixed(NOW));

  @Test
  void anIdTokenHasCognitosClaims() throws Exception {
    var token = SignedJWT.parse(pool.idToken(BEN));
    var claims = token.getPayload().toJSONObject();
    var now = NOW.getEpochSecond();

    assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("kid", "alg");
    assertThat(claims)
        .containsEntry("iss", "https://issuer.example")
        .containsEntry("aud", "client-1")
        .containsEntry("token_use", "id")
        .containsEntry("sub", BEN.subject().toString())
        .containsEntry("email", "ben@example.org")
        .containsEntry("email_verified", true)
        .containsEntry("cognito:username", "ben")
        .containsEntry("cognito:groups", List.of("staff"))
        .containsEntry("auth_time", now)
        .containsEntry("iat", now)
        .containsEntry("exp", now + 300)
        .containsKeys("jti", "origin_jti");
  }

  @Test
  void whoIsInNoGroupHasNoGroupsClaim() throws Exception {
    var token = SignedJWT.parse(pool.idToken(new PoolUser("eve", "eve@example.org", List.of())));

    assertThat(token.getPayload().toJSONObject()).doesNotContainKey("cognito:groups");
  }

  @Test
  void thePublishedKeyChecksTheSignatureAndHoldsNoSecret() throws Exception {
    var token = SignedJWT.parse(pool.idToken(BEN));
    var published = pool.publicKeys().getKeyByKeyId(token.getHeader().getKeyID());

    assertThat(token.verify(new RSASSAVerifier(published.toRSAKey()))).isTrue();
    assertThat(published.isPrivate()).isFalse();
  }

  @Test
  void theSameNameIsTheSameUserInEveryRun() {
    assertThat(BEN.subject())
        .isEqualTo(new PoolUser("ben", "new@example.org", List.of()).subject());
    assertThat(BEN.subject())
        .isNotEqualTo(new PoolUser("eve", "ben@example.org", List.of()).subject());
  }

  @Test
  void anUnknownGroupIsRefused() {
    assertThatThrownBy(() -> pool.idToken(new PoolUser("a", "a@example.org", List.of("root"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no group root");
  }

  @Test
  void aKeptKeyIsReadAgainAndIsForItsOwnerAlone(@TempDir Path directory) throws Exception {
    var made = SigningKey.keptIn(directory);

    assertThat(SigningKey.keptIn(directory)).isEqualTo(made);
    try (var files = Files.list(directory)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }
}
