package navigator.local.bedrock;

import java.util.List;

/**
 * A valid Converse request.
 *
 * @param modelId as the caller named it
 * @param system the system prompt; empty if there is none
 * @param messages user and assistant in turn, beginning and ending with the user
 */
record Prompt(
    String modelId, FoundationModel model, String system, List<Message> messages, int maxTokens) {

  /** One message, its content blocks joined. */
  record Message(String role, String text) {
    boolean isUsers() {
      return role.equals("user");
    }
  }

  String question() {
    return messages.getLast().text();
  }

  /** The user's questions before the newest, oldest first. */
  List<String> earlierQuestions() {
    return messages.subList(0, messages.size() - 1).stream()
        .filter(Message::isUsers)
        .map(Message::text)
        .toList();
  }

  int inputTokens() {
    return TokenEstimate.of(system)
        + messages.stream().mapToInt(message -> TokenEstimate.of(message.text())).sum();
  }
}
