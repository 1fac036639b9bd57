package navigator.persistence.lambda;

import java.util.Map;
import navigator.persistence.FindStatus;
import navigator.persistence.ListConversations;
import navigator.persistence.ListMessages;
import navigator.persistence.ReadConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the functions that only read.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record ReadWiring(
    FindStatus findStatus,
    ListConversations listConversations,
    ListMessages listMessages,
    Priming priming) {

  static ReadWiring of(Map<String, String> environment) {
    ChatTable table = ChatTable.connect(ReadConfig.of(environment).tableName());
    return new ReadWiring(
        new FindStatus(table.requests(), table.messages()),
        new ListConversations(table.conversationsOfUsers()),
        new ListMessages(table.ownersOfConversations(), table.messagesOfConversations()),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }
}
