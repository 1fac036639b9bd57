/** What a stack that is up leaves on disk for the other commands, for its owner's eyes alone. */
@NullMarked
package navigator.local.up;

import org.jspecify.annotations.NullMarked;
