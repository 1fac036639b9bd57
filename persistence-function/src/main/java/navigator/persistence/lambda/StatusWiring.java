package navigator.persistence.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.FindStatus;
import navigator.persistence.StatusConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that shows where a request stands.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record StatusWiring(FindStatus findStatus, Priming priming) {

  static StatusWiring of(Map<String, String> environment) {
    StatusConfig config = StatusConfig.of(environment);
    ChatTable table = ChatTable.connect(config.tableName());
    return new StatusWiring(
        new FindStatus(
            table.requests(),
            table.messages(),
            table.estimates(config.pace(), InstantSource.system())),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }
}
