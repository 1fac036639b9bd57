/** The machine under a benchmark: how busy it was, and how late its timers were. */
@NullMarked
package navigator.bench.machine;

import org.jspecify.annotations.NullMarked;
