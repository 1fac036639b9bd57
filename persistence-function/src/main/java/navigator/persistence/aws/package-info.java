/** The table, through the AWS SDK. */
@NullMarked
package navigator.persistence.aws;

import org.jspecify.annotations.NullMarked;
