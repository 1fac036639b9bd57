/** The stack as the template describes it, resolved: what the local runtime has to run. */
@NullMarked
package navigator.local.topology;

import org.jspecify.annotations.NullMarked;
