/** The submit function: its handler and how it is wired. */
@NullMarked
package navigator.ingest.lambda;

import org.jspecify.annotations.NullMarked;
