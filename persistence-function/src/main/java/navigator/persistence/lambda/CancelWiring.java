package navigator.persistence.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.CancelRequest;
import navigator.persistence.FindStatus;
import navigator.persistence.ReadConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that cancels requests.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record CancelWiring(CancelRequest cancelRequest, Priming priming) {

  static CancelWiring of(Map<String, String> environment) {
    ChatTable table = ChatTable.connect(ReadConfig.of(environment).tableName());
    FindStatus findStatus = new FindStatus(table.requests(), table.messages());
    return new CancelWiring(
        new CancelRequest(table.requests(), table.cancels(), findStatus, InstantSource.system()),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }
}
