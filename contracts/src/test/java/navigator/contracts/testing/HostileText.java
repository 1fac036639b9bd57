package navigator.contracts.testing;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts that nobody should send, and somebody will. */
public final class HostileText {

  /** A person's words: they may stand in no log line, and in no word about a fault. */
  public static final String SECRET = "I want to die";

  private HostileText() {}

  /** Any UTF-16: controls, halves of surrogate pairs and noncharacters too. */
  public static Arbitrary<String> any() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30),
        Arbitraries.strings().ascii().ofMaxLength(30),
        known());
  }

  /** {@link #any()} that UTF-8 can carry, as whatever came over a wire. */
  public static Arbitrary<String> whole() {
    return any().map(text -> text.replaceAll("[\\x{D800}-\\x{DFFF}]", "?"));
  }

  /** A text that was right, with some characters more, fewer or other. */
  public static Arbitrary<String> damaged(String right) {
    return damaged(Arbitraries.just(right));
  }

  /** The same of many. */
  public static Arbitrary<String> damaged(Arbitrary<String> right) {
    Arbitrary<Double> places = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(right, places, Arbitraries.integers().between(0, 4), any())
        .as(HostileText::damaged);
  }

  private static String damaged(String text, double where, int how, String other) {
    int at = (int) (where * text.length());
    String before = text.substring(0, at);
    String after = text.substring(at);
    return switch (how) {
      case 0 -> before;
      case 1 -> before + other + after;
      case 2 -> before + (after.isEmpty() ? "" : after.substring(1));
      case 3 -> before + before + after;
      default -> before + after.toUpperCase(Locale.ROOT);
    };
  }

  private static Arbitrary<String> known() {
    return Arbitraries.of(
        SECRET,
        "",
        " ",
        "null",
        "true",
        "-1",
        "0",
        "1",
        "2147483648",
        "99999999999999999999",
        "1e400",
        "NaN",
        "\u0663",
        "\u0000",
        "\uD800",
        "a\uDC00",
        "\uFFFE",
        "\uFEFF",
        "\r\nX-Evil: 1",
        "../../etc/passwd",
        "${jndi:ldap://x}",
        "%s%n",
        "' OR 1=1 --",
        "a.b",
        "REQUEST#1",
        "2026-03-02T09:15:00.123456Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "PT0.000000001S",
        "PT9999999999999999H",
        "a".repeat(5_000));
  }
}
