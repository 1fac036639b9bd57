/** Asynchronous invocations: queued, retried, and in the end handed to a destination. */
@NullMarked
package navigator.local.lambda.async;

import org.jspecify.annotations.NullMarked;
