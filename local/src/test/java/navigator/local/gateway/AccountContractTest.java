package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.FAILED;
import static navigator.local.gateway.SampleStack.QUEUE;
import static navigator.local.gateway.SampleStack.STACK;
import static navigator.local.gateway.SampleStack.UNDELIVERED;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import navigator.local.Credentials;
import navigator.local.iam.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class AccountContractTest {

  private RunningStack stack;

  @BeforeEach
  void start() throws IOException {
    stack = new RunningStack(allow("sqs:StartMessageMoveTask", FAILED));
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void theStackTellsItsOutputsByItsNameAndByItsId() {
    try (CloudFormationClient client = stack.cloudFormation(stack.principals.operator())) {
      for (var name : new String[] {"sample", STACK}) {
        Stack found =
            client.describeStacks(describe -> describe.stackName(name)).stacks().getFirst();
        assertThat(found.stackName()).isEqualTo("sample");
        assertThat(found.stackId()).isEqualTo(STACK);
        assertThat(found.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(found.outputs())
            .containsExactly(
                output("ApiUrl", "http://127.0.0.1:1"),
                output("Odd", "a<b&c>"),
                output("TableName", "chats"));
      }
    }
  }

  @Test
  void thereIsNoOtherStack() {
    try (CloudFormationClient client = stack.cloudFormation(stack.principals.runtime())) {
      assertThatExceptionOfType(CloudFormationException.class)
          .isThrownBy(() -> client.describeStacks(describe -> describe.stackName("other")))
          .satisfies(
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Stack with id other does not exist");
              });
    }
  }

  @Test
  void whoMayNotSeeTheStackIsDenied() {
    try (CloudFormationClient client = stack.cloudFormation(stack.worker())) {
      assertThatExceptionOfType(CloudFormationException.class)
          .isThrownBy(() -> client.describeStacks(describe -> describe.stackName("sample")))
          .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    }
  }

  @Test
  void otherOperationsAreRefusedByName() {
    try (CloudFormationClient client = stack.cloudFormation(stack.principals.runtime())) {
      assertThatExceptionOfType(CloudFormationException.class)
          .isThrownBy(() -> client.deleteStack(delete -> delete.stackName("sample")))
          .withMessageContaining("The operation 'DeleteStack' of cloudformation is not emulated");
    }
  }

  @Test
  void everyCallerIsToldWhoTheyAre() {
    try (StsClient operator = stack.sts(stack.principals.operator());
        StsClient worker = stack.sts(stack.worker())) {
      assertThat(operator.getCallerIdentity())
          .extracting(GetCallerIdentityResponse::arn, GetCallerIdentityResponse::account)
          .containsExactly("arn:aws:iam::000000000000:user/operator", "000000000000");
      assertThat(worker.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::000000000000:assumed-role/worker-role/worker");
    }
  }

  @Test
  void anUnknownKeyIsNobody() {
    try (StsClient nobody = stack.sts(new Credentials("ASIAX", "secret", "token"))) {
      assertThatExceptionOfType(StsException.class)
          .isThrownBy(nobody::getCallerIdentity)
          .satisfies(
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
    }
  }

  @Test
  void theOperatorHasTheStacksManagedPolicies() {
    try (SqsClient operator = stack.sqs(stack.principals.operator())) {
      String url = stack.queue(UNDELIVERED).url();
      assertThat(operator.sendMessage(send -> send.queueUrl(url).messageBody("x")).messageId())
          .isNotEmpty();
    }
  }

  @Test
  void aMoveTakesAllThatItDoes() {
    try (SqsClient worker = stack.sqs(stack.worker());
        SqsClient runtime = stack.sqs(stack.principals.runtime())) {
      assertThatExceptionOfType(SqsException.class)
          .isThrownBy(
              () ->
                  worker.startMessageMoveTask(move -> move.sourceArn(FAILED).destinationArn(QUEUE)))
          .withMessageContaining("sqs:ReceiveMessage");
      runtime.startMessageMoveTask(move -> move.sourceArn(FAILED).destinationArn(QUEUE));
      assertThat(stack.gateway.log().uses())
          .contains(
              new AccessLog.Use("runtime", new Permission("sqs:StartMessageMoveTask", FAILED)),
              new AccessLog.Use("runtime", new Permission("sqs:SendMessage", QUEUE)));
    }
  }

  private static Output output(String key, String value) {
    return Output.builder().outputKey(key).outputValue(value).build();
  }
}
