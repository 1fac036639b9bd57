package navigator.persistence.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.ListRequests;
import navigator.persistence.ReadConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that lists requests.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record RequestsWiring(ListRequests listRequests, Priming priming) {

  static RequestsWiring of(Map<String, String> environment) {
    ChatTable table = ChatTable.connect(ReadConfig.of(environment).tableName());
    return new RequestsWiring(
        new ListRequests(table.requestsOfUsers(), InstantSource.system()),
        Priming.with(Rehearsal.ofReads(table.indexWarmUp())));
  }
}
