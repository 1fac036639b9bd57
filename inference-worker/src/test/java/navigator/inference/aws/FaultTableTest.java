package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.metric.UnobservedCall;
import navigator.inference.ModelResult;
import navigator.inference.quota.Throttle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ConflictException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
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

class FaultTableTest {

  /** What any exception may be when the SDK knows no better: told by its status. */
  private static final Set<Class<?>> GENERAL =
      Set.of(AwsServiceException.class, BedrockRuntimeException.class);

  static Stream<SdkException> throttles() {
    return Stream.of(
        ThrottlingException.builder().message("Too many tokens per day").build(),
        ModelNotReadyException.builder().build(),
        ServiceQuotaExceededException.builder().build(),
        unknown(429));
  }

  @ParameterizedTest
  @MethodSource("throttles")
  void throttlesAreNoFailures(SdkException fault) {
    assertThat(FaultTable.classify(fault)).isInstanceOf(ModelResult.Throttled.class);
  }

  static Stream<Arguments> transientFaults() {
    return Stream.of(
        Arguments.of(ServiceUnavailableException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(ModelTimeoutException.builder().build(), ErrorCode.MODEL_TIMEOUT),
        Arguments.of(ModelErrorException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(ModelStreamErrorException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(InternalServerException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(ConflictException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(ApiCallTimeoutException.create(30_000), ErrorCode.MODEL_TIMEOUT),
        Arguments.of(ApiCallAttemptTimeoutException.create(30_000), ErrorCode.MODEL_TIMEOUT),
        Arguments.of(AbortedException.create("interrupted"), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(
            SdkClientException.create("broken off", new IOException()),
            ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(unknown(408), ErrorCode.MODEL_TIMEOUT),
        Arguments.of(unknown(500), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(unknown(529), ErrorCode.MODEL_UNAVAILABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "'Too many tokens, please wait before trying again.', MINUTE",
    "'Too many requests, please wait before trying again.', MINUTE",
    "'Too many tokens per day, please wait before trying again.', DAY"
  })
  void aQuotaOfTheDayIsToldApart(String message, Throttle throttle) {
    assertThat(FaultTable.classify(ThrottlingException.builder().message(message).build()))
        .isInstanceOfSatisfying(
            ModelResult.Throttled.class,
            result -> assertThat(result.throttle()).isEqualTo(throttle));
  }

  @Test
  void aModelThatIsNotReadySaysNothingAboutAQuota() {
    assertThat(FaultTable.classify(ModelNotReadyException.builder().build()))
        .isInstanceOfSatisfying(
            ModelResult.Throttled.class,
            result -> assertThat(result.throttle()).isEqualTo(Throttle.OTHER));
  }

  @ParameterizedTest
  @MethodSource("transientFaults")
  void anotherAttemptMaySucceedAfterATransientFault(SdkException fault, ErrorCode code) {
    assertThat(FaultTable.classify(fault))
        .isInstanceOfSatisfying(
            ModelResult.Transient.class, result -> assertThat(result.code()).isEqualTo(code));
  }

  static Stream<SdkException> observed() {
    return Stream.of(
        ModelTimeoutException.builder().build(),
        unknown(500),
        SdkClientException.create("no credentials"),
        SdkClientException.create("refused", new ConnectException()),
        SdkClientException.create("not connected in time", new SocketTimeoutException()),
        SdkClientException.create("unknown", new UnknownHostException()));
  }

  @ParameterizedTest
  @MethodSource("observed")
  void aCallThatBedrockAnsweredOrNeverGotIsNotUnobserved(SdkException fault) {
    assertThat(unobserved(fault)).isNull();
  }

  @Test
  void aCallThatTimedOutOrBrokeOffIsUnobserved() {
    assertThat(unobserved(ApiCallAttemptTimeoutException.create(30_000)))
        .isEqualTo(UnobservedCall.TIMEOUT);
    assertThat(unobserved(SdkClientException.create("reset", new SocketException())))
        .isEqualTo(UnobservedCall.CONNECTION);
  }

  private static @Nullable UnobservedCall unobserved(SdkException fault) {
    return ((ModelResult.Transient) FaultTable.classify(fault)).unobserved();
  }

  static Stream<Arguments> permanentFaults() {
    return Stream.of(
        Arguments.of(AccessDeniedException.builder().build(), ErrorCode.ACCESS_DENIED),
        Arguments.of(ResourceNotFoundException.builder().build(), ErrorCode.MODEL_UNAVAILABLE),
        Arguments.of(validation("Malformed input request"), ErrorCode.INVALID_REQUEST),
        Arguments.of(unknown(403), ErrorCode.ACCESS_DENIED),
        Arguments.of(unknown(400), ErrorCode.INVALID_REQUEST));
  }

  @ParameterizedTest
  @MethodSource("permanentFaults")
  void noAttemptWouldSucceedAfterAPermanentFault(SdkException fault, ErrorCode code) {
    assertThat(FaultTable.classify(fault))
        .isInstanceOfSatisfying(
            ModelResult.Permanent.class, result -> assertThat(result.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Input is too long for requested model.",
        "prompt is too long: 208310 tokens > 200000 maximum",
        "Too many input tokens. Max input tokens: 8192, request input token count: 9000",
        "input length and `max_tokens` exceed context limit: 198000 + 4096 > 200000"
      })
  void aPromptThatIsTooLongIsToldApart(String message) {
    assertThat(FaultTable.classify(validation(message)))
        .isInstanceOfSatisfying(
            ModelResult.Permanent.class,
            result -> assertThat(result.code()).isEqualTo(ErrorCode.CONTEXT_TOO_LONG));
  }

  @Test
  void anOutputLimitThatTheModelDoesNotHaveIsNotThePromptsFault() {
    String message = "The maximum tokens you requested exceeds the model limit of 4096.";

    assertThat(FaultTable.classify(validation(message)))
        .isInstanceOfSatisfying(
            ModelResult.Permanent.class,
            result -> assertThat(result.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  static Stream<SdkException> faultsWithWords() {
    Stream<BedrockRuntimeException.Builder> modelled =
        Stream.of(
            ThrottlingException.builder(),
            ModelNotReadyException.builder(),
            ServiceQuotaExceededException.builder(),
            ServiceUnavailableException.builder(),
            ModelTimeoutException.builder(),
            ModelErrorException.builder(),
            ModelStreamErrorException.builder(),
            InternalServerException.builder(),
            ConflictException.builder(),
            AccessDeniedException.builder(),
            ResourceNotFoundException.builder(),
            ValidationException.builder(),
            BedrockRuntimeException.builder());
    return Stream.concat(
        modelled.map(fault -> (SdkException) fault.message("my secret").build()),
        Stream.of(
            SdkClientException.create("my secret"),
            SdkClientException.create("my secret", new IOException("my secret"))));
  }

  @ParameterizedTest
  @MethodSource("faultsWithWords")
  void theServicesWordsAreNeverPassedOn(SdkException fault) {
    assertThat(fault.getMessage()).contains("secret");
    assertThat(FaultTable.classify(fault).toString()).doesNotContain("secret");
  }

  @Test
  void everyExceptionThatConverseDeclaresHasARow() throws NoSuchMethodException {
    List<Class<?>> declared =
        Arrays.asList(
            BedrockRuntimeClient.class
                .getMethod("converse", ConverseRequest.class)
                .getExceptionTypes());

    assertThat(declared).hasSizeGreaterThan(10);
    assertThat(declared)
        .filteredOn(type -> !GENERAL.contains(type))
        .isSubsetOf(FaultTable.BY_CLASS.keySet());
  }

  @Test
  void everyExceptionOfTheServiceHasARow() {
    Set<String> ofTheService =
        new ClassFileImporter()
            .importPackagesOf(BedrockRuntimeException.class).stream()
                .filter(type -> type.isAssignableTo(BedrockRuntimeException.class))
                .filter(type -> type.isTopLevelClass())
                .map(type -> type.getName())
                .filter(name -> !name.equals(BedrockRuntimeException.class.getName()))
                .collect(Collectors.toSet());

    assertThat(ofTheService).hasSize(12);
    assertThat(ofTheService)
        .isSubsetOf(FaultTable.BY_CLASS.keySet().stream().map(Class::getName).toList());
  }

  private static SdkException validation(String message) {
    return ValidationException.builder().message(message).statusCode(400).build();
  }

  @Test
  void credentialsThatExpiredOnTheWayAreWorthAnotherTry() {
    AwsErrorDetails expired = AwsErrorDetails.builder().errorCode("ExpiredTokenException").build();
    AwsServiceException fault =
        BedrockRuntimeException.builder().statusCode(403).awsErrorDetails(expired).build();

    assertThat(FaultTable.classify(fault)).isInstanceOf(ModelResult.Transient.class);
  }

  private static SdkException unknown(int status) {
    return (SdkException)
        BedrockRuntimeException.builder().message("new").statusCode(status).build();
  }
}
