/**
 * The HTTP API on this machine: routes, JWT authorizers, CORS, throttling and Lambda proxy
 * integrations in payload format 2.0, as API Gateway has them.
 */
@NullMarked
package navigator.local.http;

import org.jspecify.annotations.NullMarked;
