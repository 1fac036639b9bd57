/** The table and the queue, through the AWS SDK. */
@NullMarked
package navigator.ingest.aws;

import org.jspecify.annotations.NullMarked;
