package navigator.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Signature;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Wire;
import navigator.local.identity.LocalUserPool;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Authorization headers that the pool did not give out, and claims that it would not sign. */
class BearerCheckFuzzTest {

  private static final VirtualClock CLOCK = new VirtualClock();
  private static final LocalUserPool POOL =
      new LocalUserPool(FrontFixture.POOL, FrontFixture.KEY, LocalUserPool.TOKEN_LIFE, CLOCK);
  private static final BearerCheck CHECK =
      new BearerCheck(FrontFixture.AUTHORIZER, POOL.publicKeys(), CLOCK);
  private static final String TOKEN = POOL.idToken(FrontFixture.ADA);
  private static final String SIGNED_PART = TOKEN.substring(0, TOKEN.lastIndexOf('.') + 1);
  private static final String HEADER = decoded(TOKEN.split("\\.", -1)[0]);
  private static final String CLAIMS = decoded(TOKEN.split("\\.", -1)[1]);

  @Property(tries = 1000)
  void noTokenIsLetInButWhatThePoolSigned(@ForAll("headers") String header) {
    if (CHECK.check(header) instanceof Authorization.Granted) {
      assertThat(header).contains(SIGNED_PART);
    }
  }

  @Property(tries = 500)
  void noAlgorithmButThePoolsIsTaken(
      @ForAll("tokenHeaders") String tokenHeader, @ForAll("signatures") String signature) {
    String signed = encoded(tokenHeader) + "." + encoded(CLAIMS);
    assertThat(CHECK.check("Bearer " + signed + "." + signature))
        .isInstanceOf(Authorization.Refused.class);
  }

  @Property(tries = 300)
  void claimsThatWereSignedAreReadOrRefusedWhateverTheyAre(@ForAll("claims") String claims)
      throws GeneralSecurityException, JOSEException {
    String signed = encoded(HEADER) + "." + encoded(claims);
    if (CHECK.check(signed + "." + signature(signed)) instanceof Authorization.Granted granted) {
      granted.claims().values().forEach(claim -> assertThat(ClaimText.of(claim)).isNotNull());
    }
  }

  private static String signature(String text) throws GeneralSecurityException, JOSEException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(FrontFixture.KEY.toRSAPrivateKey());
    signature.update(text.getBytes(UTF_8));
    return Base64URL.encode(signature.sign()).toString();
  }

  private static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }

  private static String decoded(String part) {
    return new Base64URL(part).decodeToString();
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.oneOf(
        HostileText.any(),
        HostileText.any().map(text -> "Bearer " + text),
        HostileText.damaged(TOKEN),
        HostileText.damaged("Bearer " + TOKEN),
        Combinators.combine(HostileText.any(), HostileText.any(), HostileText.any())
            .as((header, claims, signature) -> String.join(".", header, claims, signature)),
        Arbitraries.integers().between(1, 200_000).map(length -> "a.b." + "c".repeat(length)));
  }

  @Provide
  Arbitrary<String> tokenHeaders() {
    String keyId = Wire.write(String.valueOf(FrontFixture.KEY.getKeyID()));
    Arbitrary<String> algorithms =
        Arbitraries.frequencyOf(
            Tuple.of(
                3,
                Arbitraries.of("none", "None", "NONE", "HS256", "PS256", "RS512", "ES256", "rs256")
                    .map(Wire::write)),
            Tuple.of(1, HostileJson.any()));
    return Arbitraries.oneOf(
        HostileJson.any(),
        algorithms.map(algorithm -> "{\"alg\":" + algorithm + ",\"kid\":" + keyId + "}"),
        HostileJson.any().map(crit -> HEADER.replace("{", "{\"crit\":" + crit + ",")));
  }

  @Provide
  Arbitrary<String> signatures() {
    return Arbitraries.of("", "AAAA", TOKEN.substring(SIGNED_PART.length()));
  }

  @Provide
  Arbitrary<String> claims() {
    return Arbitraries.oneOf(HostileJson.damaged(CLAIMS), HostileJson.any());
  }
}
