/** An outage of the model as its operator lives through it, on a stack of its own. */
@NullMarked
package navigator.local.demo.incident;

import org.jspecify.annotations.NullMarked;
