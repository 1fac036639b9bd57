package navigator.local.bedrock;

/**
 * The errors of Bedrock Runtime with their status codes and usual messages.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
public enum BedrockError {
  VALIDATION("ValidationException", 400, "The request is invalid."),
  ACCESS_DENIED(
      "AccessDeniedException",
      403,
      "You don't have access to the model with the specified model ID."),
  RESOURCE_NOT_FOUND(
      "ResourceNotFoundException",
      404,
      "This model version has reached the end of its life. Please refer to the AWS documentation"
          + " for more details."),
  UNKNOWN_OPERATION("UnknownOperationException", 404, "The operation is unknown."),
  MODEL_TIMEOUT(
      "ModelTimeoutException", 408, "The request took too long to process. Try again later."),
  MODEL_ERROR(
      "ModelErrorException", 424, "The request failed due to an error while processing the model."),
  THROTTLING("ThrottlingException", 429, "Too many tokens, please wait before trying again."),
  MODEL_NOT_READY("ModelNotReadyException", 429, "The model is not ready to serve requests."),
  INTERNAL_SERVER(
      "InternalServerException",
      500,
      "The system encountered an unexpected error during processing. Try your request again."),
  SERVICE_UNAVAILABLE(
      "ServiceUnavailableException", 503, "Bedrock is unable to process your request.");

  private final String type;
  private final int status;
  private final String usualMessage;

  BedrockError(String type, int status, String usualMessage) {
    this.type = type;
    this.status = status;
    this.usualMessage = usualMessage;
  }

  /** The error's name on the wire and in the SDK. */
  public String type() {
    return type;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What Bedrock says where nothing more exact is known. */
  public String usualMessage() {
    return usualMessage;
  }
}
