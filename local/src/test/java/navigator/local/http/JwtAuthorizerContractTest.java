package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import navigator.local.identity.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and who is not, seen by an HTTP client. */
class JwtAuthorizerContractTest {
  private FrontFixture api;
  private Forgery forgery;

  @BeforeEach
  void start() throws Exception {
    api = new FrontFixture();
    forgery = new Forgery(FrontFixture.KEY, api.clock.instant());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aTokenOfThePoolIsLetInWithAndWithoutTheScheme() throws Exception {
    var token = api.pool.idToken(FrontFixture.ADA);

    assertThat(api.getWithToken("Bearer " + token).statusCode()).isEqualTo(200);
    assertThat(api.getWithToken("bearer " + token).statusCode()).isEqualTo(200);
    assertThat(api.getWithToken(token).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutATokenTheSchemeIsAskedFor() throws Exception {
    var answer = api.get("/chat/r1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
  }

  @Test
  void whatIsNoTokenIsToldSo() throws Exception {
    assertRefused("Bearer not-a-token", "token contains an invalid number of segments");
    assertRefused("Bearer a.b.c", "the token cannot be read");
  }

  @Test
  void aTokenWhoseHeaderIsNullIsRefused() throws Exception {
    var header = Base64URL.encode("null").toString();

    assertRefused(header + ".e30.AAAA", "the token cannot be read");
  }

  @Test
  void aTokenOfAnotherKeyIsRefusedEvenUnderTheSameKeyId() throws Exception {
    var foreign = SigningKey.generate();
    var disguised = new RSAKey.Builder(foreign).keyID(FrontFixture.KEY.getKeyID()).build();

    assertRefused(
        new Forgery(foreign, forgery.now()).signed(c -> {}),
        "the token names no key of the issuer");
    assertRefused(
        new Forgery(disguised, forgery.now()).signed(c -> {}), "the signature is invalid");
  }

  @Test
  void aTokenWithoutAKeyIdIsRefused() throws Exception {
    var token =
        forgery.signed(JWSAlgorithm.RS256, null, new RSASSASigner(FrontFixture.KEY), c -> {});

    assertRefused(token, "the token names no key of the issuer");
  }

  @Test
  void anUnsignedTokenIsRefused() throws Exception {
    assertRefused(new PlainJWT(forgery.claims(c -> {})).serialize(), "the token cannot be read");
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws Exception {
    var pem = FrontFixture.KEY.toRSAPublicKey().getEncoded();
    var json = FrontFixture.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);

    for (var secret : List.of(pem, json)) {
      var token =
          forgery.signed(
              JWSAlgorithm.HS256, FrontFixture.KEY.getKeyID(), new MACSigner(secret), c -> {});
      assertRefused(token, "the signing method is invalid");
    }
  }

  @Test
  void anotherRsaAlgorithmThanThePoolsIsRefused() throws Exception {
    var token =
        forgery.signed(
            JWSAlgorithm.PS256,
            FrontFixture.KEY.getKeyID(),
            new RSASSASigner(FrontFixture.KEY),
            c -> {});

    assertRefused(token, "the signing method is invalid");
  }

  @Test
  void aChangedPayloadIsRefused() throws Exception {
    var parts = List.of(forgery.signed(c -> {}).split("\\.", -1));
    var other = forgery.signed(claims -> claims.subject("somebody else")).split("\\.", -1);

    assertRefused(
        String.join(".", parts.get(0), other[1], parts.get(2)), "the signature is invalid");
  }

  @Test
  void issuerAndAudienceMustBeThePools() throws Exception {
    assertRefused(
        forgery.signed(c -> c.issuer("https://evil.example")),
        "the token does not have a valid issuer");
    assertRefused(
        forgery.signed(c -> c.audience("client-2")), "the token does not have a valid audience");
    assertRefused(
        forgery.signed(c -> c.audience((String) null)), "the token does not have a valid audience");
    assertRefused(
        forgery.signed(c -> c.claim("aud", Arrays.asList(null, "client-2"))),
        "the token does not have a valid audience");
  }

  @Test
  void theClientIdCountsOnlyWhereThereIsNoAudience() throws Exception {
    var accessToken = forgery.signed(c -> c.audience((String) null).claim("client_id", "client-1"));

    assertThat(api.getWithToken(accessToken).statusCode()).isEqualTo(200);
    assertRefused(
        forgery.signed(c -> c.audience("client-2").claim("client_id", "client-1")),
        "the token does not have a valid audience");
  }

  @Test
  void aTokenIsGoodUntilItExpires() throws Exception {
    var token = api.pool.idToken(FrontFixture.ADA);

    api.clock.advance(Duration.ofMinutes(59));
    assertThat(api.getWithToken(token).statusCode()).isEqualTo(200);

    api.clock.advance(Duration.ofMinutes(1));
    assertRefused(token, "the token has expired");
    assertRefused(forgery.signed(c -> c.expirationTime(null)), "the token has expired");
  }

  @Test
  void aTokenIsNotGoodBeforeItsTime() throws Exception {
    var later = Date.from(forgery.now().plusSeconds(30));

    assertRefused(forgery.signed(c -> c.notBeforeTime(later)), "the token is not valid yet");
    assertRefused(forgery.signed(c -> c.issueTime(later)), "the token is not valid yet");
  }

  private void assertRefused(String authorization, String reason) throws Exception {
    HttpResponse<String> answer = api.getWithToken(authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + reason + "\"");
  }
}
