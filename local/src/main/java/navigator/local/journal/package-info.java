/**
 * What services accepted and have not finished, in memory or in a file that a kill leaves whole.
 */
@NullMarked
package navigator.local.journal;

import org.jspecify.annotations.NullMarked;
