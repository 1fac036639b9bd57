/** The ops and replay functions: their handlers and wiring. */
@NullMarked
package navigator.ops.lambda;

import org.jspecify.annotations.NullMarked;
