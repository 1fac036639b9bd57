/** What is particular to terminals: colours, and a line that changes in its place. */
@NullMarked
package navigator.local.terminal;

import org.jspecify.annotations.NullMarked;
