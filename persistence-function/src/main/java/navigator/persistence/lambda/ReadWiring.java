package navigator.persistence.lambda;

import java.util.Map;
import navigator.persistence.ListConversations;
import navigator.persistence.ListMessages;
import navigator.persistence.ReadConfig;
import navigator.persistence.aws.ChatTable;

/**
 * The parts of the function that shows conversations.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record ReadWiring(ListConversations listConversations, ListMessages listMessages, Priming priming) {

  static ReadWiring of(Map<String, String> environment) {
    ChatTable table = ChatTable.connect(ReadConfig.of(environment).tableName());
    return new ReadWiring(
        new ListConversations(table.conversationsOfUsers()),
        new ListMessages(table.ownersOfConversations(), table.messagesOfConversations()),
        Priming.with(Rehearsal.ofReads(table.warmUp())));
  }
}
