/** The commands of {@code ./navigator}: they parse, call one class, and print what it says. */
@NullMarked
package navigator.local.command;

import org.jspecify.annotations.NullMarked;
