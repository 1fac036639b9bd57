/** The path of a request, read from the functions' own log lines. */
@NullMarked
package navigator.local.path;

import org.jspecify.annotations.NullMarked;
