/** What operators see of dead letters, and what they do about them. */
@NullMarked
package navigator.ops;

import org.jspecify.annotations.NullMarked;
