/** HTTP servers on the loopback interface: what every emulated service listens with. */
@NullMarked
package navigator.local.loopback;

import org.jspecify.annotations.NullMarked;
