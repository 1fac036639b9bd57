/** Whether a run kept the promises, judged from what it left behind and nothing else. */
@NullMarked
package navigator.local.chaos.check;

import org.jspecify.annotations.NullMarked;
