package navigator.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * What the model is asked.
 *
 * @param system who it is to be
 * @param messages the conversation so far, beginning and ending with the user's
 */
public record Prompt(String system, List<Message> messages) {

  public Prompt {
    messages = List.copyOf(messages);
  }

  /** A prompt for a question after {@code history}. */
  static Prompt of(String system, List<AnsweredTurn> history, String question) {
    List<Message> messages = new ArrayList<>();
    for (AnsweredTurn turn : history) {
      messages.add(new Message(Speaker.USER, turn.question()));
      messages.add(new Message(Speaker.ASSISTANT, turn.answer()));
    }
    messages.add(new Message(Speaker.USER, question));
    return new Prompt(system, messages);
  }

  /** How long it is, in UTF-16 units. */
  int characters() {
    return system.length() + messages.stream().mapToInt(each -> each.text().length()).sum();
  }

  /** Something that was said. */
  public record Message(Speaker speaker, String text) {}

  /** Who said it. */
  public enum Speaker {
    USER,
    ASSISTANT
  }
}
