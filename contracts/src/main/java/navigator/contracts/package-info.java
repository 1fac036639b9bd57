/** What two modules must agree on: ids, statuses, error codes and roles. */
@NullMarked
package navigator.contracts;

import org.jspecify.annotations.NullMarked;
