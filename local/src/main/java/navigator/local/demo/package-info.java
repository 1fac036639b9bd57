/** The main job, watched: a few questions through the whole pipeline, and whether all went well. */
@NullMarked
package navigator.local.demo;

import org.jspecify.annotations.NullMarked;
