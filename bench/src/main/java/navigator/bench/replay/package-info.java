/** Ten thousand dead letters: how fast they are listed, and a replay whose driver is killed. */
@NullMarked
package navigator.bench.replay;

import org.jspecify.annotations.NullMarked;
