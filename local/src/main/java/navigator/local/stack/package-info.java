/** The whole stack on this machine, put together from its parts. */
@NullMarked
package navigator.local.stack;

import org.jspecify.annotations.NullMarked;
