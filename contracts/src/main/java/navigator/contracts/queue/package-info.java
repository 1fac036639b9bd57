/** What lies in the queues. */
@NullMarked
package navigator.contracts.queue;

import org.jspecify.annotations.NullMarked;
