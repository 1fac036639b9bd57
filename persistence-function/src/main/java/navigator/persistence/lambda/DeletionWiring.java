package navigator.persistence.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.persistence.DeleteConversation;
import navigator.persistence.EraseConversation;
import navigator.persistence.ReadConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that deletes conversations.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record DeletionWiring(DeleteConversation deleteConversation, Priming priming) {

  static DeletionWiring of(Map<String, String> environment) {
    ChatTable table = ChatTable.connect(ReadConfig.of(environment).tableName());
    InstantSource clock = InstantSource.system();
    return new DeletionWiring(
        new DeleteConversation(table.deletedConversations(), erasing(table, clock), clock),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }

  static EraseConversation erasing(ChatTable table, InstantSource clock) {
    return new EraseConversation(
        table.deletedConversations(), table.texts(), table.requests(), table.seals(), clock);
  }
}
