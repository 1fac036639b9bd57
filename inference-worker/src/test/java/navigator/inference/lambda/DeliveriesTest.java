package navigator.inference.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import navigator.inference.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {

  @Test
  void aReceiveIsCounted() {
    assertThat(delivery("7").receiveCount()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "0", "-1", "many", "1.5", "2147483648"})
  void aReceiveCountThatIsNoneCountsAsReceivedBefore(String count) {
    assertThat(delivery(count).receiveCount()).isEqualTo(2);
  }

  @Test
  void aMessageThatLacksEverythingButItsIdIsStillDelivered() {
    Delivery delivery = delivery(new SQSMessage());
    assertThat(delivery.group()).isEqualTo("message-1");
    assertThat(delivery.deduplicationId()).isEqualTo("message-1");
    assertThat(delivery.body()).isEmpty();
    assertThat(delivery.requestId()).isEmpty();
  }

  private static Delivery delivery(String receiveCount) {
    SQSMessage message = new SQSMessage();
    message.setBody("{}");
    message.setAttributes(Map.of("ApproximateReceiveCount", receiveCount));
    return delivery(message);
  }

  private static Delivery delivery(SQSMessage message) {
    message.setMessageId("message-1");
    message.setReceiptHandle("handle-1");
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return Deliveries.in(event).getFirst();
  }
}
