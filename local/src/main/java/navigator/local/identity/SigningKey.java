package navigator.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import navigator.local.disk.WholeFile;

/** The RSA key of a user pool, 2048 bits, with the id that its tokens name. */
public final class SigningKey {
  private static final int BITS = 2048;

  /** The name of the file that a key is kept in. */
  public static final String FILE = "user-pool-key.json";

  private SigningKey() {}

  /** A new key, known to nobody else. */
  public static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK makes no RSA keys", e);
    }
  }

  /**
   * The key kept in a directory, made at the first call; its file is for its owner alone.
   *
   * @throws IOException if the file cannot be read or written, or holds something else
   */
  public static RSAKey keptIn(Path directory) throws IOException {
    var file = directory.resolve(FILE);
    if (Files.exists(file)) {
      return read(file);
    }
    var key = generate();
    keep(key, directory);
    return key;
  }

  /** Keeps a key in a directory, in place of the one that was there. */
  public static void keep(RSAKey key, Path directory) throws IOException {
    Files.createDirectories(directory);
    new WholeFile(directory.resolve(FILE)).write(key.toJSONString());
  }

  private static RSAKey read(Path file) throws IOException {
    try {
      return RSAKey.parse(Files.readString(file));
    } catch (ParseException e) {
      throw new IOException(file + " holds no RSA key; remove it, and a new one is made", e);
    }
  }
}
