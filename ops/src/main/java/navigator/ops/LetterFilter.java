package navigator.ops;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null says nothing.
 *
 * @param code why the request was given up
 * @param model the model that was asked last
 * @param userId whose request it was
 * @param since failed then or later
 * @param until failed before
 */
public record LetterFilter(
    @Nullable ErrorCode code,
    @Nullable String model,
    @Nullable String userId,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** All of them. */
  public static final LetterFilter ALL = new LetterFilter(null, null, null, null, null);

  /**
   * Checks that something can meet it.
   *
   * @throws IllegalArgumentException if a text is blank, or the time ends before it begins
   */
  public LetterFilter {
    requireText("model", model);
    requireText("user", userId);
    since = since == null ? null : IsoMicros.truncate(since);
    until = until == null ? null : IsoMicros.truncate(until);
    if (since != null && until != null && !since.isBefore(until)) {
      throw new IllegalArgumentException("since is not before until");
    }
  }

  /**
   * The filter that says that, as {@link #described} wrote it down.
   *
   * @throws IllegalArgumentException if it does not, or nothing can meet it
   */
  public static LetterFilter of(Map<String, String> said) {
    String code = said.get(Attribute.ERROR_CODE);
    return new LetterFilter(
        code == null ? null : ErrorCode.ofWireName(code),
        said.get(Attribute.MODEL),
        said.get(Attribute.USER_ID),
        time(said.get(Attribute.SINCE)),
        time(said.get(Attribute.UNTIL)));
  }

  /** What it says, by the names of the attributes, as it is written down. */
  public Map<String, String> described() {
    Map<String, String> said = new LinkedHashMap<>();
    put(said, Attribute.ERROR_CODE, code == null ? null : code.wireName());
    put(said, Attribute.MODEL, model);
    put(said, Attribute.USER_ID, userId);
    put(said, Attribute.SINCE, since == null ? null : IsoMicros.format(since));
    put(said, Attribute.UNTIL, until == null ? null : IsoMicros.format(until));
    return said;
  }

  /**
   * The same, without those that failed then or later. One that begins then or later stays as it
   * is: nothing has met it yet.
   */
  LetterFilter before(Instant end) {
    boolean ends = until != null && until.isBefore(end);
    return ends || (since != null && !since.isBefore(end))
        ? this
        : new LetterFilter(code, model, userId, since, end);
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : IsoMicros.parse(text);
  }

  private static void put(Map<String, String> said, String name, @Nullable String value) {
    if (value != null) {
      said.put(name, value);
    }
  }

  private static void requireText(String name, @Nullable String value) {
    if (value != null && value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}
