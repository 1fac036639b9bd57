package navigator.local.bedrock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The emulator in a process of its own. Its settings are the first line of its standard input, its
 * URL is the only line of its output, and it ends when its input does, so with its parent.
 */
public final class EmulatorMain {
  private EmulatorMain() {}

  /**
   * Runs it.
   *
   * @param arguments the file for the log of its quotas, in lines of JSON
   */
  public static void main(String[] arguments) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var settings = SettingsJson.read(input.readLine());
    try (var log = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])), true);
        var bedrock = BedrockEmulator.start(settings, InstantSource.system())) {
      bedrock.quotaLog().follow(entry -> log.println(entry.json()));
      System.out.println(bedrock.url());
      untilEnd(input);
    }
  }

  private static void untilEnd(BufferedReader input) throws IOException {
    var line = input.readLine();
    while (line != null) {
      line = input.readLine();
    }
  }
}
