/** The stack on one machine: everything that is shared by the parts of the local runtime. */
@NullMarked
package navigator.local;

import org.jspecify.annotations.NullMarked;
