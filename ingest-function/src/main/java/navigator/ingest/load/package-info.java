/** How much waits already, and how long what is let in would wait. */
@NullMarked
package navigator.ingest.load;

import org.jspecify.annotations.NullMarked;
