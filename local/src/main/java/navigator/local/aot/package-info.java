/** What the build makes so that processes start faster. */
@NullMarked
package navigator.local.aot;

import org.jspecify.annotations.NullMarked;
