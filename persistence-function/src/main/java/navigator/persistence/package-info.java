/** How requests end, and what their owners see of them. */
@NullMarked
package navigator.persistence;

import org.jspecify.annotations.NullMarked;
