/** How much one user may ask for, so that nobody takes the place of all others. */
@NullMarked
package navigator.ingest.limit;

import org.jspecify.annotations.NullMarked;
