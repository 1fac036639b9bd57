package navigator.local.bedrock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The beginnings of prompts that a profile remembers, each until its time to live has passed since
 * it was last used. Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html">Prompt
 *     caching</a>
 */
final class PromptCache {
  private static final int SMALLEST = 1_024;

  /** How many blocks before a cache point are looked at for what is remembered. */
  private static final int LOOK_BACK = 20;

  private final Duration minute;
  private final Map<String, Instant> ends = new HashMap<>();

  PromptCache(Duration minute) {
    this.minute = minute;
  }

  /**
   * The beginning of a prompt.
   *
   * @param hash of all that it holds
   * @param ttl zero if it ends without a cache point
   */
  record Prefix(String hash, int tokens, Duration ttl) {
    boolean isMarked() {
      return ttl.isPositive();
    }
  }

  /** The tokens of a prompt that are read from the cache, and those that are written to it. */
  record Found(int read, int written) {}

  synchronized Found find(List<Prefix> prefixes, Instant now) {
    var read =
        IntStream.range(0, prefixes.size())
            .filter(i -> isBeforePoint(prefixes, i))
            .mapToObj(prefixes::get)
            .filter(prefix -> now.isBefore(ends.getOrDefault(prefix.hash(), Instant.MIN)))
            .mapToInt(Prefix::tokens)
            .max()
            .orElse(0);
    var marked = prefixes.stream().filter(PromptCache::isLarge).mapToInt(Prefix::tokens).max();
    return new Found(read, Math.max(0, marked.orElse(0) - read));
  }

  /** Remembers the beginnings that end at a cache point. */
  synchronized void keep(List<Prefix> prefixes, Instant now) {
    ends.values().removeIf(end -> !now.isBefore(end));
    prefixes.stream()
        .filter(prefix -> prefix.isMarked() && isLarge(prefix))
        .forEach(prefix -> ends.put(prefix.hash(), now.plus(scaled(prefix.ttl()))));
  }

  private static boolean isBeforePoint(List<Prefix> prefixes, int index) {
    return prefixes.subList(index, Math.min(prefixes.size(), index + LOOK_BACK)).stream()
        .anyMatch(Prefix::isMarked);
  }

  private static boolean isLarge(Prefix prefix) {
    return prefix.tokens() >= SMALLEST;
  }

  private Duration scaled(Duration ttl) {
    return minute.multipliedBy(ttl.toMinutes());
  }
}
