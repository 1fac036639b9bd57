/** The outcome, overdue, status, cancel and conversations functions: their handlers and wiring. */
@NullMarked
package navigator.persistence.lambda;

import org.jspecify.annotations.NullMarked;
