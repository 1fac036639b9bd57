/** Accepting chat requests: what is checked, stored and queued before the promise of a 202. */
@NullMarked
package navigator.ingest;

import org.jspecify.annotations.NullMarked;
