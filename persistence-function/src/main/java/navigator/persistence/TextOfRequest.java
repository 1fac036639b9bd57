package navigator.persistence;

import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.table.Key;

/**
 * Where the text of one request is, beside what lies with the request itself.
 *
 * @param messages its messages, the one that it is found by last
 */
public record TextOfRequest(RequestId request, List<Key> messages) {

  public TextOfRequest {
    messages = List.copyOf(messages);
  }
}
