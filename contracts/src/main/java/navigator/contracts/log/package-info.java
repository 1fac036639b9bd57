/** The structured lines that tell a request's way. */
@NullMarked
package navigator.contracts.log;

import org.jspecify.annotations.NullMarked;
