/** Rules that fire at a fixed rate. */
@NullMarked
package navigator.local.lambda.schedule;

import org.jspecify.annotations.NullMarked;
