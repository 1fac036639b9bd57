/**
 * A fleet of workers in virtual time, with the real governor, for the tests of this module and for
 * the benchmarks.
 */
@NullMarked
package navigator.inference.simulation;

import org.jspecify.annotations.NullMarked;
