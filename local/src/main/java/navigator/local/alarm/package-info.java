/** What the alarms of the template say of what the functions wrote: CloudWatch, as far as that. */
@NullMarked
package navigator.local.alarm;

import org.jspecify.annotations.NullMarked;
