package navigator.contracts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.http.ConversationObject;
import navigator.contracts.http.MessageObject;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;
import navigator.contracts.http.RequestSummary;
import navigator.contracts.metric.Deferral;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.Metric;
import navigator.contracts.metric.Refusal;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.contracts.table.EntryState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records and schemas name the same fields, and the same of them as optional. */
class SchemaFieldsTest {

  @ParameterizedTest
  @MethodSource("recordsAndSchemas")
  void schemasNameTheFieldsOfTheirRecord(Class<?> type, String file, String pointer) {
    assertThat(SchemaFields.ofSchema(file, pointer)).isEqualTo(SchemaFields.ofRecord(type));
  }

  static Stream<Arguments> recordsAndSchemas() {
    return Stream.of(
        Arguments.of(ChatRequest.class, "chat-request.json", ""),
        Arguments.of(Failure.class, "failure.json", ""),
        Arguments.of(ChatAnswered.class, "chat-answered.json", ""),
        Arguments.of(ChatFellBack.class, "chat-fell-back.json", ""),
        Arguments.of(RequestObject.class, "request-object.json", ""),
        Arguments.of(RequestObject.ErrorObject.class, "request-object.json", "/properties/error"),
        Arguments.of(RequestObject.Urls.class, "request-object.json", "/properties/urls"),
        Arguments.of(RequestSummary.class, "request-summary.json", ""),
        Arguments.of(Page.class, "request-page.json", ""),
        Arguments.of(RequestObject.Fallback.class, "types.json", "/$defs/fallback"),
        Arguments.of(Usage.class, "types.json", "/$defs/usage"),
        Arguments.of(ConversationObject.class, "conversation-object.json", ""),
        Arguments.of(ConversationObject.Urls.class, "conversation-object.json", "/properties/urls"),
        Arguments.of(MessageObject.class, "message-object.json", ""),
        Arguments.of(Page.class, "conversation-page.json", ""),
        Arguments.of(Page.class, "message-page.json", ""),
        Arguments.of(Problem.class, "problem.json", ""),
        Arguments.of(Problem.Fault.class, "problem.json", "/properties/errors/items"));
  }

  @Test
  void schemasNameTheWordsOfTheirEnum() {
    assertThat(SchemaFields.words("types.json", "/$defs/status"))
        .containsExactlyElementsOf(Arrays.stream(Status.values()).map(Status::wireName).toList());
    assertThat(SchemaFields.words("types.json", "/$defs/role"))
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::wireName).toList());
    assertThat(SchemaFields.words("types.json", "/$defs/error_code"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).toList());
    assertThat(SchemaFields.words("problem.json", "/properties/code"))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemKind.values()).map(ProblemKind::code).toList());
  }

  @Test
  void schemaOfMetricLinesNamesEveryMetricAndEveryWordOfADimension() {
    assertThat(Spec.document("schemas/metric-line.json").path("properties").propertyNames())
        .containsAll(Arrays.stream(Metric.values()).map(Metric::wireName).toList());
    assertThat(SchemaFields.words("metric-line.json", "/properties/Function"))
        .containsExactlyElementsOf(
            Arrays.stream(FunctionName.values()).map(FunctionName::physicalName).toList());
    assertThat(SchemaFields.words("metric-line.json", "/properties/Reason"))
        .containsExactlyElementsOf(
            Stream.of(
                    Arrays.stream(UnobservedCall.values()).map(UnobservedCall::wireName),
                    Arrays.stream(Deferral.values()).map(Deferral::wireName),
                    Arrays.stream(Refusal.values()).map(Refusal::wireName),
                    Stream.of(EntryState.ANSWERED, EntryState.FAILED, EntryState.SKIPPED)
                        .map(EntryState::wireName))
                .flatMap(words -> words)
                .toList());
  }
}
