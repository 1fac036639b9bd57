/** What the functions' log lines must be like. */
@NullMarked
package navigator.local.log;

import org.jspecify.annotations.NullMarked;
