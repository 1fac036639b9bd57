/** What benchmarks say: tables, JSON and charts. */
@NullMarked
package navigator.bench.report;

import org.jspecify.annotations.NullMarked;
