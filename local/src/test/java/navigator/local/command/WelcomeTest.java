package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import navigator.local.Credentials;
import navigator.local.identity.SigningKey;
import navigator.local.terminal.Ink;
import navigator.local.topology.UserPool;
import navigator.local.up.RunningStack;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  private static final RunningStack STACK =
      new RunningStack(
          42,
          Instant.EPOCH,
          "LearningNavigator",
          URI.create("http://127.0.0.1:8080"),
          URI.create("http://127.0.0.1:4566"),
          "us-west-2",
          "local",
          new Credentials("id", "secret", "session"),
          new UserPool(
              "pool", "https://issuer", "client", List.of("admin", "staff", "instructor")));

  @Test
  void namesTheUrlATokenForEachRoleAndTheOperatorsCredentials() {
    assertThat(printed("/home/me/navigator"))
        .contains("http://127.0.0.1:8080")
        .containsPattern("INSTRUCTOR=ey")
        .containsPattern("STAFF=ey")
        .containsPattern("ADMIN=ey")
        .contains("AWS_ENDPOINT_URL=http://127.0.0.1:4566")
        .contains("AWS_ACCESS_KEY_ID=id")
        .contains("AWS_SECRET_ACCESS_KEY=secret")
        .contains("AWS_SESSION_TOKEN=session");
  }

  @Test
  void itsLinesWorkAsPastedWhereverTheProjectLies() {
    assertThat(printed("/home/me/navigator")).contains("$(/home/me/navigator/navigator token)");
    assertThat(printed("/home/my work")).contains("$('/home/my work/navigator' token)");
    assertThat(printed("/home/it's")).contains("$('/home/it'\\''s/navigator' token)");
  }

  private static String printed(String root) {
    StringWriter written = new StringWriter();
    new Welcome(new PrintWriter(written), new Ink(false))
        .print(STACK, SigningKey.generate(), Path.of(root));
    return written.toString();
  }
}
