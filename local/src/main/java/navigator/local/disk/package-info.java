/** Files as processes that may be killed need them: written whole, and held by one at a time. */
@NullMarked
package navigator.local.disk;

import org.jspecify.annotations.NullMarked;
