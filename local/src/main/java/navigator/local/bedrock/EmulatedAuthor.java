package navigator.local.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The author of the emulator's answers. They begin as the instructions ask for, or quote them, and
 * quote the question and the first question of the conversation, so that a reader sees what reached
 * the model. A question with the words "Answer in 300 tokens" gets an answer of that length.
 */
final class EmulatedAuthor {
  private static final int LONGEST_QUOTE = 160;
  private static final Pattern OPENING_EXAMPLE = Pattern.compile("\"(As [^\"]+, you) \\.\\.\\.\"");
  private static final Pattern WISHED_LENGTH =
      Pattern.compile("Answer in ([1-9]\\d{0,5}) tokens\\b");
  private static final List<String> ADVICE =
      List.of(
          "Begin with what you know already, and write down what you do not.",
          "The course catalogue lists what is open to you, with dates and places.",
          "Ask a colleague who has done it before; two views are better than one.",
          "Keep a short note of each step, so that you can retrace it later.",
          "If something looks wrong, stop and check before you go on.",
          "Plan a little time for questions; there are always some.",
          "A short summary for your own records will help you next time.");

  private EmulatedAuthor() {}

  static Answer write(Prompt prompt, RandomGenerator random) {
    var whole = atLength(text(prompt, random), prompt);
    var text = TokenEstimate.truncate(whole, prompt.maxTokens());
    return new Answer(text, text.length() < whole.length() ? "max_tokens" : "end_turn");
  }

  private static String atLength(String text, Prompt prompt) {
    var wish = WISHED_LENGTH.matcher(prompt.question());
    if (!wish.find()) {
      return text;
    }
    // One token more than it may have is enough to be cut short.
    var tokens = Math.min(Integer.parseInt(wish.group(1)), prompt.maxTokens() + 1);
    return TokenEstimate.exactly(text, tokens);
  }

  private static String text(Prompt prompt, RandomGenerator random) {
    var lines = new ArrayList<String>();
    lines.add(opening(prompt.system()) + " asked: " + quote(prompt.question()));
    var earlier = prompt.earlierQuestions();
    if (!earlier.isEmpty()) {
      lines.add("You began this conversation with: " + quote(earlier.getFirst()));
    }
    lines.add(advice(random));
    lines.add("(Emulated answer in place of " + prompt.modelId() + ".)");
    return String.join("\n", lines);
  }

  /** The beginning that the instructions give as an example; else their own beginning. */
  private static String opening(String system) {
    var example = OPENING_EXAMPLE.matcher(system);
    if (example.find()) {
      return example.group(1).replaceAll("\\s+", " ");
    }
    return system.isBlank() ? "You" : "My instructions begin: " + quote(system) + "\nYou";
  }

  private static String advice(RandomGenerator random) {
    var first = random.nextInt(ADVICE.size());
    var second = (first + 1 + random.nextInt(ADVICE.size() - 1)) % ADVICE.size();
    return ADVICE.get(first) + " " + ADVICE.get(second);
  }

  private static String quote(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE
        ? "“" + line + "”"
        : "“" + line.substring(0, LONGEST_QUOTE) + "…”";
  }
}
