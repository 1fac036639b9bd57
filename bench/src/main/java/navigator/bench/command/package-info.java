/** The command line of the benchmarks. */
@NullMarked
package navigator.bench.command;

import org.jspecify.annotations.NullMarked;
