package navigator.inference.aws;

import static java.util.Map.entry;
import static navigator.contracts.ErrorCode.ACCESS_DENIED;
import static navigator.contracts.ErrorCode.CONTEXT_TOO_LONG;
import static navigator.contracts.ErrorCode.INVALID_REQUEST;
import static navigator.contracts.ErrorCode.MODEL_TIMEOUT;
import static navigator.contracts.ErrorCode.MODEL_UNAVAILABLE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import navigator.contracts.ErrorCode;
import navigator.contracts.metric.UnobservedCall;
import navigator.inference.ModelResult;
import navigator.inference.quota.Throttle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ConflictException;
import software.amazon.awssdk.services.bedrockruntime.model.InternalServerException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/**
 * What each fault of a Converse call means. The SDK's own judgement is of no use here: it takes any
 * 429 for throttling, and finds nothing retryable. A fault without a row of its class has that of
 * its nearest superclass; the service's messages are never passed on, since they may quote a
 * prompt.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">
 *     Converse: errors</a>
 */
final class FaultTable {

  private static final ModelResult TIMED_OUT =
      new ModelResult.Transient(
          MODEL_TIMEOUT, "The call to the model timed out.", UnobservedCall.TIMEOUT);

  static final Map<Class<? extends SdkException>, ModelResult> BY_CLASS =
      Map.ofEntries(
          entry(ThrottlingException.class, throttled("The model's quota is exhausted.")),
          entry(
              ModelNotReadyException.class,
              throttled(Throttle.OTHER, "The model is not ready yet.")),
          entry(ServiceQuotaExceededException.class, throttled("A quota of the account is used.")),
          entry(
              ServiceUnavailableException.class,
              transientFault(MODEL_UNAVAILABLE, "Bedrock has no capacity at the moment.")),
          entry(
              ModelTimeoutException.class,
              transientFault(MODEL_TIMEOUT, "The model took too long.")),
          entry(
              ModelErrorException.class,
              transientFault(MODEL_UNAVAILABLE, "The model failed on the request.")),
          entry(
              ModelStreamErrorException.class,
              transientFault(MODEL_UNAVAILABLE, "The model's stream broke off.")),
          entry(
              InternalServerException.class,
              transientFault(MODEL_UNAVAILABLE, "Bedrock had an internal error.")),
          entry(
              ConflictException.class,
              transientFault(MODEL_UNAVAILABLE, "Bedrock was busy with a conflicting request.")),
          entry(
              AccessDeniedException.class,
              permanent(ACCESS_DENIED, "Access to the model was denied.")),
          entry(
              ResourceNotFoundException.class,
              permanent(MODEL_UNAVAILABLE, "The model was not found, or is past its end of life.")),
          entry(
              ValidationException.class,
              permanent(INVALID_REQUEST, "Bedrock refused the request as not valid.")),
          entry(ApiCallTimeoutException.class, TIMED_OUT),
          entry(ApiCallAttemptTimeoutException.class, TIMED_OUT),
          entry(
              SdkClientException.class,
              transientFault(MODEL_UNAVAILABLE, "Bedrock could not be reached.")));

  /** For faults that the SDK has no class for: those of every AWS service, or new ones. */
  static final Map<Integer, ModelResult> BY_STATUS =
      Map.of(
          401, permanent(ACCESS_DENIED, "Bedrock did not accept the worker's credentials."),
          403, permanent(ACCESS_DENIED, "Bedrock did not accept the worker's credentials."),
          408, transientFault(MODEL_TIMEOUT, "The model took too long."),
          429, throttled("The model's quota is exhausted."));

  /** For faults that any AWS service may give, told apart by their error code alone. */
  static final Map<String, ModelResult> BY_CODE =
      Map.of(
          "ExpiredTokenException",
          transientFault(MODEL_UNAVAILABLE, "The worker's credentials had just expired."),
          "ExpiredToken",
          transientFault(MODEL_UNAVAILABLE, "The worker's credentials had just expired."));

  /** How Bedrock and its models say that a prompt is too long, in lower case. */
  static final List<String> TOO_LONG =
      List.of(
          "input is too long",
          "prompt is too long",
          "too many input tokens",
          "exceed context limit",
          "exceeds the context",
          "context window",
          "context length",
          "maximum number of input tokens");

  private static final ModelResult PROMPT_TOO_LONG =
      permanent(CONTEXT_TOO_LONG, "The conversation does not fit the model's context window.");

  private static final ModelResult DAY_USED =
      throttled(Throttle.DAY, "The model's quota of the day is exhausted.");

  private static final ModelResult BROKEN_OFF =
      new ModelResult.Transient(
          MODEL_UNAVAILABLE,
          "The connection to Bedrock broke off during the call.",
          UnobservedCall.CONNECTION);

  private static final ModelResult SERVER =
      transientFault(MODEL_UNAVAILABLE, "Bedrock failed in a way that is not known.");

  private static final ModelResult CLIENT =
      permanent(INVALID_REQUEST, "Bedrock refused the request in a way that is not known.");

  private FaultTable() {}

  static ModelResult classify(SdkException fault) {
    if (fault instanceof ValidationException validation && saysTooLong(validation)) {
      return PROMPT_TOO_LONG;
    }
    if (fault instanceof ThrottlingException throttling && saysDaily(throttling)) {
      return DAY_USED;
    }
    if (fault.getClass() == SdkClientException.class && isBrokenOff(fault.getCause())) {
      return BROKEN_OFF;
    }
    for (Class<?> type = fault.getClass(); type != null; type = type.getSuperclass()) {
      ModelResult result = BY_CLASS.get(type);
      if (result != null) {
        return result;
      }
    }
    return fault instanceof AwsServiceException service ? unmodelled(service) : SERVER;
  }

  private static ModelResult unmodelled(AwsServiceException fault) {
    AwsErrorDetails details = fault.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    ModelResult known = BY_CODE.get(code);
    return known == null ? byStatus(fault.statusCode()) : known;
  }

  private static ModelResult byStatus(int status) {
    return BY_STATUS.getOrDefault(status, status >= 400 && status < 500 ? CLIENT : SERVER);
  }

  private static boolean saysDaily(ThrottlingException fault) {
    return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("per day");
  }

  private static boolean saysTooLong(ValidationException fault) {
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return TOO_LONG.stream().anyMatch(message::contains);
  }

  // A connection that never stood has carried no prompt.
  private static boolean isBrokenOff(@Nullable Throwable cause) {
    return cause instanceof IOException
        && !(cause instanceof ConnectException)
        // Of connecting, or of waiting for a connection: the time-out of a call is told before.
        && !(cause instanceof InterruptedIOException)
        && !(cause instanceof UnknownHostException)
        && !(cause instanceof NoRouteToHostException)
        && !(cause instanceof SSLHandshakeException);
  }

  private static ModelResult throttled(String detail) {
    return throttled(Throttle.MINUTE, detail);
  }

  private static ModelResult throttled(Throttle throttle, String detail) {
    return new ModelResult.Throttled(throttle, detail);
  }

  private static ModelResult transientFault(ErrorCode code, String detail) {
    return new ModelResult.Transient(code, detail);
  }

  private static ModelResult permanent(ErrorCode code, String detail) {
    return new ModelResult.Permanent(code, detail);
  }
}
