/** The JSON of every message and HTTP body. */
@NullMarked
package navigator.contracts.wire;

import org.jspecify.annotations.NullMarked;
