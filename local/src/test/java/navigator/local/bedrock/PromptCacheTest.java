package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import navigator.local.bedrock.PromptCache.Found;
import navigator.local.bedrock.PromptCache.Prefix;
import org.junit.jupiter.api.Test;

class PromptCacheTest {
  private static final Instant START = Instant.parse("2026-03-12T19:00:00Z");
  private static final String POINT = "{\"cachePoint\":{\"type\":\"default\"}}";

  private final PromptCache cache = new PromptCache(Duration.ofSeconds(10));

  private static List<Prefix> prefixes(String... userBlocks) throws JsonProcessingException {
    var request =
        "{\"system\":[%s],\"messages\":[{\"role\":\"user\",\"content\":[%s]}]}"
            .formatted(text("s", 1_000), String.join(",", userBlocks));
    return PrefixReader.read(new JsonMapper().readTree(request));
  }

  private static String text(String letter, int tokens) {
    return "{\"text\":\"" + letter.repeat(tokens * 4) + "\"}";
  }

  @Test
  void aPrefixIsForgottenWhenItsTimeHasPassedSinceItsLastUse() throws JsonProcessingException {
    var prompt = prefixes(text("a", 500), POINT);

    cache.keep(prompt, START);
    cache.keep(prompt, START.plusSeconds(40));

    assertThat(cache.find(prompt, START.plusSeconds(89))).isEqualTo(new Found(1_500, 0));
    assertThat(cache.find(prompt, START.plusSeconds(90))).isEqualTo(new Found(0, 1_500));
  }

  @Test
  void aPrefixCanBeKeptForAnHour() throws JsonProcessingException {
    var prompt = prefixes(text("a", 500), POINT.replace("}}", ",\"ttl\":\"1h\"}}"));

    cache.keep(prompt, START);

    assertThat(cache.find(prompt, START.plusSeconds(599)).read()).isEqualTo(1_500);
    assertThat(cache.find(prompt, START.plusSeconds(600)).read()).isZero();
  }

  @Test
  void theLongestKnownPrefixIsReadAndTheRestUpToThePointWritten() throws JsonProcessingException {
    cache.keep(prefixes(text("a", 500), POINT), START);

    var longer = prefixes(text("a", 500), text("b", 200), POINT, text("c", 300));

    // The line break between the two texts counts.
    assertThat(cache.find(longer, START)).isEqualTo(new Found(1_500, 201));
  }

  @Test
  void anotherBeginningIsAnotherPrefix() throws JsonProcessingException {
    cache.keep(prefixes(text("a", 500), POINT), START);

    assertThat(cache.find(prefixes(text("b", 500), POINT), START)).isEqualTo(new Found(0, 1_500));
  }

  @Test
  void aPromptWithoutACachePointIsNeitherReadNorWritten() throws JsonProcessingException {
    cache.keep(prefixes(text("a", 500), POINT), START);

    assertThat(cache.find(prefixes(text("a", 500)), START)).isEqualTo(new Found(0, 0));
  }
}
