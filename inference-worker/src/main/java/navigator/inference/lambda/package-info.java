/** The functions as Lambda calls them, and how their parts are put together. */
@NullMarked
package navigator.inference.lambda;

import org.jspecify.annotations.NullMarked;
