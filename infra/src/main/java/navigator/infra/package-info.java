/** The CDK app: the stack that is deployed, in the order of a request's path. */
@NullMarked
package navigator.infra;

import org.jspecify.annotations.NullMarked;
