/** The user pool on this machine: users, their groups and the ID tokens that name them. */
@NullMarked
package navigator.local.identity;

import org.jspecify.annotations.NullMarked;
