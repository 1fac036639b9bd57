/** What is published on the bus. */
@NullMarked
package navigator.contracts.event;

import org.jspecify.annotations.NullMarked;
