package navigator.bench.throttling;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.bedrock.QuotaEntry;

/** The emulator's log of its quotas, read while it is written. */
final class QuotaFeed implements AutoCloseable {

  private final BufferedReader reader;
  private final StringBuilder begun = new StringBuilder();
  private final Map<String, List<QuotaEntry>> byModel = new HashMap<>();

  QuotaFeed(Path log) throws IOException {
    reader = Files.newBufferedReader(log);
  }

  /** Reads what is new, up to the last whole line. */
  void poll() throws IOException {
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      if (next == '\n') {
        add(begun.toString());
        begun.setLength(0);
      } else {
        begun.append((char) next);
      }
    }
  }

  private void add(String line) throws IOException {
    switch (Wire.read(line, QuotaEntry.class)) {
      case Read.Valid<QuotaEntry>(QuotaEntry entry) ->
          byModel.computeIfAbsent(entry.modelId(), _ -> new ArrayList<>()).add(entry);
      case Read.Invalid<QuotaEntry>(String reason) ->
          throw new IOException("The emulator's log cannot be read: " + reason);
    }
  }

  /** What was read so far of a profile. */
  List<QuotaEntry> entries(String model) {
    return List.copyOf(byModel.getOrDefault(model, List.of()));
  }

  /** How many of a profile's calls were settled so far. */
  int settled(String model) {
    return (int)
        byModel.getOrDefault(model, List.of()).stream()
            .filter(entry -> entry.kind() == QuotaEntry.Kind.SETTLED)
            .count();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
