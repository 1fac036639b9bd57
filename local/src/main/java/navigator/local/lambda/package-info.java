/** The Lambda service on one machine: functions, their event sources and their schedules. */
@NullMarked
package navigator.local.lambda;

import org.jspecify.annotations.NullMarked;
