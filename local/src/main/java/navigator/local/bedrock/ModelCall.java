package navigator.local.bedrock;

import java.time.Instant;

/** One valid request on its way through the emulator. */
record ModelCall(String id, Instant receivedAt, Prompt prompt, Terms terms, Profile profile) {

  Profile.Caller caller() {
    return new Profile.Caller(
        id, prompt.modelId(), terms.tenantHash(), CallRecord.hashOf(prompt.question()));
  }

  /** The most tokens that are reserved for the answer. */
  int reservedOutput() {
    var usual = profile.plan().defaultMaxTokens();
    return terms.maxTokensSet() || usual == 0 ? prompt.maxTokens() : usual;
  }

  CallRecord refused(String type) {
    return record(type, 0, 0);
  }

  CallRecord answered(Answer answer) {
    return record(answer.stopReason(), prompt.inputTokens(), answer.outputTokens());
  }

  private CallRecord record(String outcome, int inputTokens, int outputTokens) {
    return new CallRecord(
        receivedAt,
        prompt.modelId(),
        outcome,
        inputTokens,
        outputTokens,
        Chance.hash(prompt.system()),
        CallRecord.hashOf(prompt.question()),
        prompt.messages().size());
  }
}
