package navigator.local.command;

import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the ids that the API gives out. */
final class Ids {

  private Ids() {}

  /** Reads a request's id. */
  static final class OfRequest implements ITypeConverter<RequestId> {
    @Override
    public RequestId convert(String text) {
      return orRefuse(text, RequestId.parse(text));
    }
  }

  /** Reads a conversation's id. */
  static final class OfConversation implements ITypeConverter<ConversationId> {
    @Override
    public ConversationId convert(String text) {
      return orRefuse(text, ConversationId.parse(text));
    }
  }

  private static <T> T orRefuse(String text, Optional<T> id) {
    return id.orElseThrow(
        () -> new TypeConversionException(text + " is not a UUID in lower case, as ids are"));
  }
}
