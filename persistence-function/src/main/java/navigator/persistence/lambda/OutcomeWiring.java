package navigator.persistence.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.EndOverdue;
import navigator.persistence.EraseDeleted;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.WriteOutcome;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the functions that end requests, and finish deletions.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record OutcomeWiring(
    WriteOutcome writeOutcome, EndOverdue endOverdue, EraseDeleted eraseDeleted, Priming priming) {

  static OutcomeWiring of(Map<String, String> environment) {
    OutcomeConfig config = OutcomeConfig.of(environment);
    ChatTable table = ChatTable.connect(config.tableName());
    InstantSource clock = InstantSource.system();
    WriteOutcome writeOutcome =
        new WriteOutcome(table.requests(), table.messages(), table.outcomes(config), clock);
    EndOverdue endOverdue =
        new EndOverdue(
            table.overdueIndex(), table.requests(), table.storedOutcomes(), writeOutcome, clock);
    EraseDeleted eraseDeleted =
        new EraseDeleted(table.deletedConversations(), DeletionWiring.erasing(table, clock));
    return new OutcomeWiring(
        writeOutcome, endOverdue, eraseDeleted, Priming.with(Rehearsal.ofOutcomes(table.warmUp())));
  }
}
