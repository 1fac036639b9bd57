package navigator.local.command;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Who answers the model calls. */
enum Bedrock {
  /** The emulator. */
  LOCAL,
  /** Amazon Bedrock, with the credentials of whoever runs the command. */
  AWS;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a wire name. */
  static final class ByName implements ITypeConverter<Bedrock> {
    @Override
    public Bedrock convert(String name) {
      return Arrays.stream(values())
          .filter(bedrock -> bedrock.wireName().equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(name + " is neither local nor aws"));
    }
  }
}
