/**
 * The outcome, overdue, status, outcome wait, requests, cancel, conversations and
 * delete-conversation functions: their handlers and wiring.
 */
@NullMarked
package navigator.persistence.lambda;

import org.jspecify.annotations.NullMarked;
