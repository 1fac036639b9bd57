package navigator.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.local.client.ChatApi;
import navigator.local.up.LogTail;
import navigator.local.up.RunDirectory;
import navigator.local.up.RunningStack;
import navigator.local.up.Tokens;

/**
 * The stack that is up, as the commands beside it reach it.
 *
 * @param directory its run directory
 * @param stack what it says about itself
 */
record UpStack(Path directory, RunningStack stack) {

  /**
   * The one that is up.
   *
   * @throws CommandFailed if none is
   */
  static UpStack of(Home home) {
    try {
      Path directory = home.runDirectory();
      Optional<RunningStack> stack = RunDirectory.find(directory);
      if (stack.isPresent()) {
        return new UpStack(directory, stack.get());
      }
      throw new CommandFailed(
          RunDirectory.isTaken(directory)
              ? "the stack is starting: try again in a moment"
              : "no stack is up: start one with ./navigator up");
    } catch (IOException e) {
      throw new CommandFailed("the stack that is up cannot be found: " + e.getMessage(), e);
    }
  }

  /** An ID token for the user of a role. */
  String token(Role role) {
    try {
      var key = RunDirectory.signingKey(directory);
      return new Tokens(stack.userPool(), key, InstantSource.system()).of(role);
    } catch (IOException e) {
      throw new CommandFailed("no token can be signed: " + e.getMessage(), e);
    }
  }

  /** The API as the user of a role sees it. */
  ChatApi api(Role role) {
    return new ChatApi(stack.api(), token(role));
  }

  /** What its functions print. */
  LogTail logs() throws IOException {
    return RunDirectory.logged(directory);
  }
}
