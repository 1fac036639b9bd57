package navigator.local.demo.incident;

import navigator.contracts.Role;

/**
 * A question of the story.
 *
 * @param conversation a letter
 * @param refused whether Bedrock refuses it for good while it is down
 */
record Inquiry(String person, Role role, String conversation, String text, boolean refused) {}
