/** The operator's commands. */
@NullMarked
package navigator.ops.command;

import org.jspecify.annotations.NullMarked;
