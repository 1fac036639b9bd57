/** Load on the real local stack while everything around it fails, and what became of it. */
@NullMarked
package navigator.local.chaos;

import org.jspecify.annotations.NullMarked;
