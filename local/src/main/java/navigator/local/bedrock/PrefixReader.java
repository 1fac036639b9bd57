package navigator.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import navigator.local.bedrock.PromptCache.Prefix;

/**
 * Reads the beginnings of a prompt: one ends after each block of text, up to the last cache point.
 */
final class PrefixReader {
  private static final String USUAL_TTL = "5m";
  private static final Map<String, Duration> TTLS =
      Map.of(USUAL_TTL, Duration.ofMinutes(5), "1h", Duration.ofHours(1));

  private final List<Prefix> prefixes = new ArrayList<>();
  private String hash = "";
  private int tokens;

  private PrefixReader() {}

  static boolean isTtl(String text) {
    return TTLS.containsKey(text);
  }

  static List<Prefix> read(JsonNode request) {
    if (request.findValue("cachePoint") == null) {
      return List.of();
    }
    var reader = new PrefixReader();
    reader.add("system", request.path("system"));
    for (var message : request.path("messages")) {
      reader.add(message.path("role").asText(), message.path("content"));
    }
    return reader.upToLastPoint();
  }

  // The texts of a message are counted together, as the whole prompt's are.
  private void add(String role, JsonNode blocks) {
    var before = tokens;
    var texts = new StringBuilder();
    for (var block : blocks) {
      if (block.has("text")) {
        var text = block.path("text").asText();
        texts.append(texts.isEmpty() ? "" : "\n").append(text);
        tokens = before + TokenEstimate.of(texts.toString());
        hash = Chance.hash(hash + role + ":" + text);
        prefixes.add(new Prefix(hash, tokens, Duration.ZERO));
      } else if (!prefixes.isEmpty()) {
        mark(block.path("cachePoint").path("ttl").asText(USUAL_TTL));
      }
    }
  }

  private void mark(String ttl) {
    var last = prefixes.removeLast();
    prefixes.add(new Prefix(last.hash(), last.tokens(), TTLS.getOrDefault(ttl, Duration.ZERO)));
  }

  private List<Prefix> upToLastPoint() {
    while (!prefixes.isEmpty() && !prefixes.getLast().isMarked()) {
      prefixes.removeLast();
    }
    return List.copyOf(prefixes);
  }
}
