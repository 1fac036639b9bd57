package navigator.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tokens that look like the pool's, but for what a test changes. */
record Forgery(RSAKey key, Instant now) {

  /** A token with the pool's claims, changed. */
  String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key), change);
  }

  String signed(
      JWSAlgorithm algorithm,
      @Nullable String keyId,
      JWSSigner signer,
      Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims(change));
    token.sign(signer);
    return token.serialize();
  }

  JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .subject("someone")
            .issuer(FrontFixture.POOL.issuer())
            .audience(FrontFixture.POOL.clientId())
            .issueTime(Date.from(now.minusSeconds(60)))
            .expirationTime(Date.from(now.plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }
}
