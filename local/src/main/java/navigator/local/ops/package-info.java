/** {@code ./navigator ops} beside a stack, run as people run it. */
@NullMarked
package navigator.local.ops;

import org.jspecify.annotations.NullMarked;
