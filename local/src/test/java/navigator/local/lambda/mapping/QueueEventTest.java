package navigator.local.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

final class QueueEventTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void anEventHasTheFieldsThatLambdaDocuments() throws JsonProcessingException {
    var message =
        Message.builder()
            .messageId("id")
            .receiptHandle("handle")
            .body("{\"a\":\"b\"}")
            .md5OfBody("md5")
            .md5OfMessageAttributes("md5 of attributes")
            .attributes(Map.of(MessageSystemAttributeName.MESSAGE_GROUP_ID, "group"))
            .messageAttributes(
                Map.of(
                    "text",
                    MessageAttributeValue.builder().dataType("String").stringValue("t").build(),
                    "bytes",
                    MessageAttributeValue.builder()
                        .dataType("Binary")
                        .binaryValue(SdkBytes.fromUtf8String("hi"))
                        .build()))
            .build();

    var event = QueueEvent.of(List.of(message), "arn:aws:sqs:us-west-2:000000000000:q.fifo");

    assertThat(JSON.readTree(event))
        .isEqualTo(
            JSON.readTree(
                """
                {"Records": [{
                  "messageId": "id",
                  "receiptHandle": "handle",
                  "body": "{\\"a\\":\\"b\\"}",
                  "attributes": {"MessageGroupId": "group"},
                  "messageAttributes": {
                    "text": {"stringValue": "t", "stringListValues": [],
                      "binaryListValues": [], "dataType": "String"},
                    "bytes": {"binaryValue": "aGk=", "stringListValues": [],
                      "binaryListValues": [], "dataType": "Binary"}},
                  "md5OfMessageAttributes": "md5 of attributes",
                  "md5OfBody": "md5",
                  "eventSource": "aws:sqs",
                  "eventSourceARN": "arn:aws:sqs:us-west-2:000000000000:q.fifo",
                  "awsRegion": "us-west-2"}]}
                """));
  }
}
