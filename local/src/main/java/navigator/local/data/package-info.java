/** The directory in which a stack's data outlives the processes that work on it. */
@NullMarked
package navigator.local.data;

import org.jspecify.annotations.NullMarked;
