/** Asking again, at a pace, what ended in a fallback: replays and how they are driven. */
@NullMarked
package navigator.ops.replay;

import org.jspecify.annotations.NullMarked;
