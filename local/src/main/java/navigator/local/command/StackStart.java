package navigator.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.stream.Stream;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.template.RefusedStackException;

/** Starts a stack and shows how far it has come. */
public final class StackStart {

  private StackStart() {}

  /**
   * A stack that answers.
   *
   * @throws CommandFailed if the template cannot be run here, or a function does not start
   * @throws InterruptedException also if a part wrapped it in what it threw
   */
  public static LocalStack of(LocalStackOptions options, PrintWriter err)
      throws IOException, InterruptedException {
    if (!Files.exists(options.cloudAssembly().resolve("manifest.json"))) {
      throw new CommandFailed("there is no cloud assembly in " + options.cloudAssembly());
    }
    try (Waiting waiting = new Waiting(err, "starting")) {
      return LocalStack.start(options, part -> waiting.now("ready: " + part));
    } catch (RefusedStackException | IllegalStateException | IOException e) {
      if (wasInterrupted(e)) {
        throw new InterruptedException();
      }
      if (e instanceof IOException io) {
        throw io;
      }
      throw new CommandFailed("the stack did not start: " + e.getMessage(), e);
    }
  }

  private static boolean wasInterrupted(Exception e) {
    return Thread.currentThread().isInterrupted()
        || Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
            .anyMatch(InterruptedException.class::isInstance);
  }
}
