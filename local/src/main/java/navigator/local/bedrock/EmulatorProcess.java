package navigator.local.bedrock;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A process that is the emulator alone, on 127.0.0.1; it ends when this one does. */
public final class EmulatorProcess implements AutoCloseable {
  private final Process process;
  private final URI url;

  private EmulatorProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param log where its quotas' log goes, in lines of JSON
   * @throws IOException if it did not start; its error output says why
   */
  public static EmulatorProcess start(EmulatorSettings settings, Path log) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmulatorMain.class.getName(),
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      var input = process.outputWriter();
      input.write(SettingsJson.write(settings));
      input.newLine();
      input.flush();
      return new EmulatorProcess(process, url(process));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI url(Process process) throws IOException {
    var line = process.inputReader().readLine();
    while (line != null && !line.startsWith("http://")) {
      line = process.inputReader().readLine();
    }
    if (line == null) {
      throw new IOException("The emulator did not start");
    }
    return URI.create(line);
  }

  /** The endpoint for the SDK, without a slash at the end. */
  public URI url() {
    return url;
  }

  /** Whether the process lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends its input, and waits until it has settled what runs. */
  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    process.onExit().join();
  }
}
