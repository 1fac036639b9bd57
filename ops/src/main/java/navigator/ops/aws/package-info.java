/** Table, queues and bus of a stack, through the AWS SDK. */
@NullMarked
package navigator.ops.aws;

import org.jspecify.annotations.NullMarked;
