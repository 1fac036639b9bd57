/** The synthesized template, read into a topology, and refused where it cannot be run here. */
@NullMarked
package navigator.local.template;

import org.jspecify.annotations.NullMarked;
