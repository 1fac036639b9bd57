package navigator.local.stack;

import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultScript;

/** Who answers the model calls. */
public sealed interface BedrockChoice {

  /** The emulator, on this machine. */
  record Emulated(EmulatorSettings settings, FaultScript script) implements BedrockChoice {}

  /** Amazon Bedrock itself, with this machine's own AWS credentials: calls cost money. */
  record Aws() implements BedrockChoice {}
}
