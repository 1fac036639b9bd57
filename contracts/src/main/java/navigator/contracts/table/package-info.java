/** The keys and attribute names of the table. */
@NullMarked
package navigator.contracts.table;

import org.jspecify.annotations.NullMarked;
