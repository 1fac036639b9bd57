package navigator.local.iam;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import navigator.local.Credentials;

/**
 * Makes credentials in the form that STS gives out; as hard to guess as the generator makes them.
 */
final class AccessKeys {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final RandomGenerator random;

  AccessKeys(RandomGenerator random) {
    this.random = random;
  }

  Credentials next() {
    return new Credentials(
        "ASIA" + text(BASE32, 16), text(ALPHANUMERIC, 40), text(ALPHANUMERIC, 64));
  }

  private String text(String alphabet, int length) {
    return random
        .ints(length, 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }
}
