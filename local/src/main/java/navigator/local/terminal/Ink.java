package navigator.local.terminal;

/**
 * Colours for people, or none for pipes and for those who set {@code NO_COLOR}.
 *
 * @param colours whether there are any
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
public record Ink(boolean colours) {

  private static final String ESCAPE = "\u001b[";
  private static final String[] PALETTE = {"36", "35", "34", "33", "32", "96", "95", "94"};

  public String bold(String text) {
    return in("1", text);
  }

  public String dim(String text) {
    return in("2", text);
  }

  public String good(String text) {
    return in("32", text);
  }

  public String bad(String text) {
    return in("31", text);
  }

  public String warning(String text) {
    return in("33", text);
  }

  /** One of a few colours that are easy to tell apart, the same for the same number. */
  public String numbered(int number, String text) {
    return in(PALETTE[number % PALETTE.length], text);
  }

  private String in(String code, String text) {
    return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
