package navigator.ops.replay;

import java.util.List;
import java.util.Map;
import navigator.contracts.RequestId;

/** Where it is looked up how requests and dead letters stand; never a moment behind. */
public interface RequestSnapshots {

  /** The requests alone. */
  Map<RequestId, RequestSnapshot> ofRequests(List<RequestId> ids);

  /** The requests with their dead letters. */
  Map<RequestId, RequestSnapshot> withLetters(List<RequestId> ids);
}
