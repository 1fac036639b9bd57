package navigator.local.bedrock;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import navigator.local.loopback.Call;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.PortTakenException;
import navigator.local.loopback.Reply;

/**
 * Bedrock Runtime on 127.0.0.1. It has the Converse operation and refuses all others by name. Safe
 * for use by many threads.
 */
public final class BedrockEmulator implements AutoCloseable {
  private static final int LARGEST_BODY = 25 * 1024 * 1024;

  // The path is split while it is encoded: a model id may hold encoded slashes and colons.
  private static final Pattern MODEL_OPERATION = Pattern.compile("/model/([^/]+)/([a-z-]+)");

  private final Converse converse;
  private final LoopbackServer server;

  private BedrockEmulator(EmulatorSettings settings, InstantSource clock) throws IOException {
    converse = new Converse(settings, clock);
    var limits = new LoopbackServer.Limits(LARGEST_BODY, invalid("The request is too large."));
    server = LoopbackServer.start("bedrock", settings.port(), limits, this::answer);
  }

  /**
   * Starts the emulator.
   *
   * @throws PortTakenException if another program listens on the port
   */
  public static BedrockEmulator start(EmulatorSettings settings, InstantSource clock)
      throws IOException {
    return new BedrockEmulator(settings, clock);
  }

  /** The endpoint for the SDK, without a slash at the end. */
  public URI url() {
    return server.url();
  }

  /** Every call that was answered, refused ones included. */
  public CallLog calls() {
    return converse.log();
  }

  /** What the quotas did, from the first call on. */
  public QuotaLog quotaLog() {
    return converse.quotaLog();
  }

  /** From now on, requests meet the faults of this script instead of an earlier one's. */
  public void play(FaultScript script) {
    converse.play(script);
  }

  private Reply answer(Call call) throws InterruptedException {
    var callId = UUID.randomUUID().toString();
    var path = MODEL_OPERATION.matcher(call.rawPath());
    var reply =
        call.method().equals("POST") && path.matches() && path.group(2).equals("converse")
            ? converse.answer(callId, decode(path.group(1)), call.body().text())
            : unknown(call);
    return reply.with("x-amzn-RequestId", callId);
  }

  private static Reply unknown(Call call) {
    return ErrorReply.of(
        new Fault.Refused(
            BedrockError.UNKNOWN_OPERATION,
            "The Bedrock emulator has Converse only, not %s %s"
                .formatted(call.method(), call.rawPath())));
  }

  private static Reply invalid(String message) {
    return ErrorReply.of(new Fault.Refused(BedrockError.VALIDATION, message));
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
