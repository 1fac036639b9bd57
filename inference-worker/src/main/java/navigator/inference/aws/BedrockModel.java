package navigator.inference.aws;

import java.time.Duration;
import navigator.inference.AskModel;
import navigator.inference.ModelResult;
import navigator.inference.ModelSettings;
import navigator.inference.Prompt;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/** A model on Amazon Bedrock, asked through Converse. Safe for use by many threads. */
public final class BedrockModel implements AskModel {

  private final BedrockRuntimeClient bedrock;
  private final ModelSettings settings;

  /**
   * The model that {@code settings} name.
   *
   * @param bedrock a client that never retries, and that waits as long as a call says
   */
  public BedrockModel(BedrockRuntimeClient bedrock, ModelSettings settings) {
    this.bedrock = bedrock;
    this.settings = settings;
  }

  @Override
  public ModelResult ask(Prompt prompt, int maxTokens, Duration timeout) {
    try {
      return ConverseReading.of(
          bedrock.converse(request(prompt, maxTokens, timeout)), settings.id());
    } catch (SdkException e) {
      return FaultTable.classify(e);
    }
  }

  private ConverseRequest request(Prompt prompt, int maxTokens, Duration timeout) {
    ConverseRequest.Builder request =
        ConverseRequest.builder()
            .modelId(settings.id())
            .system(SystemContentBlock.fromText(prompt.system()))
            .messages(prompt.messages().stream().map(BedrockModel::message).toList())
            .inferenceConfig(config -> config.maxTokens(maxTokens))
            .overrideConfiguration(call -> call.apiCallTimeout(timeout));
    ModelSettings.Guardrail guardrail = settings.guardrail();
    return guardrail == null
        ? request.build()
        : request.guardrailConfig(configuration(guardrail)).build();
  }

  private static Message message(Prompt.Message message) {
    ConversationRole role =
        switch (message.speaker()) {
          case USER -> ConversationRole.USER;
          case ASSISTANT -> ConversationRole.ASSISTANT;
        };
    return Message.builder().role(role).content(ContentBlock.fromText(message.text())).build();
  }

  private static GuardrailConfiguration configuration(ModelSettings.Guardrail guardrail) {
    return GuardrailConfiguration.builder()
        .guardrailIdentifier(guardrail.id())
        .guardrailVersion(guardrail.version())
        .build();
  }
}
