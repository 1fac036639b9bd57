/** The governor's fleet in virtual time, at sizes that no machine here has. */
@NullMarked
package navigator.bench.fleet;

import org.jspecify.annotations.NullMarked;
