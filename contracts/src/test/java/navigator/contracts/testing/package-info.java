/** What the tests of every module share: the specified contracts and the rules of the code. */
@NullMarked
package navigator.contracts.testing;

import org.jspecify.annotations.NullMarked;
