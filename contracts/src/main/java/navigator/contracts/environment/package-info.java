/** The names of the functions' settings, and how they are read. */
@NullMarked
package navigator.contracts.environment;

import org.jspecify.annotations.NullMarked;
