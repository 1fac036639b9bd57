package navigator.bench.report;

/** Parts of pictures. */
final class Svg {

  private Svg() {}

  static String text(int x, int y, String how, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<text x=\"%d\" y=\"%d\" %s>%s</text>".formatted(x, y, how, escaped);
  }

  /** The beginning of a picture on white. */
  static String head(int width, int height) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>")
        .formatted(width, height, width, height);
  }
}
