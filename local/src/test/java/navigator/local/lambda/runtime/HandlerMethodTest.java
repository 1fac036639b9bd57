package navigator.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import navigator.local.lambda.fixture.CommandHandler;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.LambdaFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandlerMethodTest {
  private static final String HANDLER = CommandHandler.class.getName();
  private static final String ENTRY = HANDLER.replace('.', '/') + ".class";

  @TempDir Path taskRoot;

  @ParameterizedTest
  @ValueSource(strings = {"::handleRequest", ""})
  void aHandlerAtTheRootIsFound(String method) throws IOException {
    var file = taskRoot.resolve(ENTRY);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, classFile());

    assertThatCode(() -> HandlerMethod.check(function(HANDLER + method), taskRoot))
        .doesNotThrowAnyException();
  }

  @Test
  void aHandlerInAJarIsFound() throws IOException {
    Files.createDirectory(taskRoot.resolve("lib"));
    try (var jar = new ZipOutputStream(Files.newOutputStream(taskRoot.resolve("lib/f.jar")))) {
      jar.putNextEntry(new ZipEntry(ENTRY));
      jar.write(classFile());
    }

    assertThatCode(() -> HandlerMethod.check(function(HANDLER + "::handleRequest"), taskRoot))
        .doesNotThrowAnyException();
  }

  @Test
  void aMissingMethodIsRefused() throws IOException {
    aHandlerAtTheRootIsFound("");

    assertThatThrownBy(() -> HandlerMethod.check(function(HANDLER + "::handle"), taskRoot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no handler " + HANDLER + "::handle");
  }

  private static byte[] classFile() throws IOException {
    try (var bytes = CommandHandler.class.getResourceAsStream("/" + ENTRY)) {
      if (bytes == null) {
        throw new IllegalStateException("The fixture was not compiled");
      }
      return bytes.readAllBytes();
    }
  }

  private LambdaFunction function(String handler) {
    return new LambdaFunction(
        "f",
        "arn:aws:lambda:us-west-2:000000000000:function:f",
        handler,
        taskRoot,
        256,
        Duration.ofSeconds(1),
        Map.of(),
        new ExecutionRole("role", "arn", List.of()),
        OptionalInt.empty(),
        false,
        AsyncInvokes.DEFAULT);
  }
}
