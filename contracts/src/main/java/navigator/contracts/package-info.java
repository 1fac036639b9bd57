/** What two modules must agree on: ids, turns, statuses, error codes and roles. */
@NullMarked
package navigator.contracts;

import org.jspecify.annotations.NullMarked;
