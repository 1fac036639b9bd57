package navigator.persistence.lambda;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.AwaitOutcome;
import navigator.persistence.FindStatus;
import navigator.persistence.OutcomeWaitConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that waits with clients.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record OutcomeWaitWiring(AwaitOutcome awaitOutcome, Priming priming) {

  static OutcomeWaitWiring of(Map<String, String> environment) {
    OutcomeWaitConfig config = OutcomeWaitConfig.of(environment);
    ChatTable table = ChatTable.connect(config.tableName());
    return new OutcomeWaitWiring(
        new AwaitOutcome(
            new FindStatus(
                table.requests(),
                table.messages(),
                table.estimates(config.pace(), InstantSource.system())),
            table.glances(),
            config.maxWait(),
            Thread::sleep,
            InstantSource.system(),
            // Not a seeded generator: every copy of a snapshot would draw the same.
            new SecureRandom()),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }
}
