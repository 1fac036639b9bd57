/** Execution environments: each a process of its own that runs AWS's runtime interface client. */
@NullMarked
package navigator.local.lambda.runtime;

import org.jspecify.annotations.NullMarked;
