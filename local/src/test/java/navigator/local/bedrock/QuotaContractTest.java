package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import navigator.local.bedrock.quota.Limits;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Timeline;
import navigator.local.bedrock.quota.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** Quotas and the prompt cache as AWS's own client meets them. */
class QuotaContractTest {
  private static final String MODEL = "us.anthropic.claude-sonnet-4-6";

  private final List<AutoCloseable> open = new ArrayList<>();
  private BedrockEmulator bedrock;
  private BedrockRuntimeClient client;

  @BeforeEach
  void start() throws IOException {
    bedrock = emulator(QuotaPlan.UNLIMITED, Latency.NONE);
    client = client(bedrock);
  }

  private void start(QuotaPlan plan) throws IOException {
    start(plan, Latency.NONE);
  }

  private void start(QuotaPlan plan, Latency latency) throws IOException {
    bedrock = emulator(plan, latency);
    client = client(bedrock);
  }

  private BedrockEmulator emulator(QuotaPlan plan, Latency latency) throws IOException {
    var settings =
        new EmulatorSettings(0, 7, latency, FaultRates.NONE)
            .with(Duration.ofMinutes(1), Map.of(MODEL, plan));
    var started = BedrockEmulator.start(settings, InstantSource.system());
    open.add(started);
    return started;
  }

  private BedrockRuntimeClient client(BedrockEmulator of) {
    var built =
        BedrockRuntimeClient.builder()
            .endpointOverride(of.url())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
            .build();
    open.add(built);
    return built;
  }

  @AfterEach
  void stop() throws Exception {
    for (var closeable : open.reversed()) {
      closeable.close();
    }
  }

  private ConverseResponse ask(Consumer<ConverseRequest.Builder> change) {
    var request = ConverseRequest.builder().modelId(MODEL);
    request.messages(user("Hello?"));
    request.inferenceConfig(c -> c.maxTokens(500));
    change.accept(request);
    return client.converse(request.build());
  }

  private static Message user(String text) {
    return Message.builder().role("user").content(ContentBlock.fromText(text)).build();
  }

  private void assertThrottled(String message) {
    assertThatThrownBy(() -> ask(r -> {}))
        .isInstanceOfSatisfying(
            ThrottlingException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(429);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.awsErrorDetails().sdkHttpResponse().headers())
                  .doesNotContainKey("Retry-After");
            });
  }

  private static QuotaPlan fixed(Limits limits) {
    return QuotaPlan.of(limits, Window.FIXED);
  }

  private QuotaEntry last() {
    return bedrock.quotaLog().entries().getLast();
  }

  @Test
  void whoeverFindsNoTokensIsToldSo() throws IOException {
    start(fixed(Limits.ofTokens(501)));

    assertThrottled("Too many tokens, please wait before trying again.");
    assertThat(last())
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(QuotaEntry.Kind.REJECTED);
              assertThat(entry.need()).isEqualTo(502);
              assertThat(entry.balance()).isEqualTo(501.0);
              assertThat(entry.outcome()).isEqualTo("TOKENS");
            });
    assertThat(bedrock.calls().records())
        .extracting(CallRecord::outcome)
        .containsExactly("ThrottlingException");
  }

  @Test
  void whoeverFindsNoRequestsIsToldSo() throws IOException {
    start(fixed(Limits.NONE.withRequestsPerMinute(0)));

    assertThrottled("Too many requests, please wait before trying again.");
  }

  @Test
  void whoeverFindsNoTokensForTheDayIsToldSo() throws IOException {
    start(fixed(Limits.NONE.withTokensPerDay(501)));

    assertThrottled("Too many tokens per day, please wait before trying again.");
  }

  @Test
  void anOutageIsNoThrottle() throws IOException {
    var outage = new Timeline.Span(Duration.ZERO, Duration.ofHours(1));
    start(fixed(Limits.ofTokens(0)).during(Timeline.QUIET.withOutages(outage)));

    assertThatThrownBy(() -> ask(r -> {})).isInstanceOf(ServiceUnavailableException.class);
    assertThat(last().kind()).isEqualTo(QuotaEntry.Kind.FAILED);
    assertThat(last().outcome()).isEqualTo("ServiceUnavailableException");
  }

  @Test
  void aCallReservesItsMaximumAndIsSettledToWhatItUsed() throws IOException {
    start(fixed(Limits.ofTokens(10_000_000)));

    var usage = ask(r -> r.requestMetadata(Map.of("tenant", "t1"))).usage();

    var entries = bedrock.quotaLog().entries();
    assertThat(entries)
        .extracting(QuotaEntry::kind)
        .containsExactly(QuotaEntry.Kind.ADMITTED, QuotaEntry.Kind.SETTLED);
    assertThat(entries).extracting(QuotaEntry::need).containsOnly(usage.inputTokens() + 500L);
    assertThat(entries).extracting(QuotaEntry::tenantHash).containsOnly(CallRecord.hashOf("t1"));
    assertThat(entries)
        .extracting(QuotaEntry::questionHash)
        .containsOnly(CallRecord.hashOf("Hello?"));
    assertThat(entries.getFirst().callId()).isEqualTo(last().callId());
    assertThat(last().settled()).isEqualTo(usage.inputTokens() + 5L * usage.outputTokens());
    assertThat(last().balance()).isEqualTo(10_000_000.0 - last().settled());
  }

  @Test
  void aCallThatSetsNoMaximumReservesTheModels() throws IOException {
    start(fixed(Limits.ofTokens(64_001)));

    assertThatThrownBy(() -> ask(r -> r.inferenceConfig(c -> c.temperature(0f))))
        .isInstanceOf(ThrottlingException.class);
    assertThat(last().need()).isEqualTo(64_002);
  }

  @Test
  void aCallThatSetsNoMaximumReservesWhatTheProfileSays() throws IOException {
    start(fixed(Limits.ofTokens(64_001)).withDefaultMaxTokens(4_096));

    ask(r -> r.inferenceConfig(c -> c.temperature(0f)));

    assertThat(last().need()).isEqualTo(4_098);
  }

  @Test
  void aProfileIsTheSameByItsIdAndByItsArn() throws IOException {
    start(fixed(Limits.NONE.withRequestsPerMinute(1)));

    ask(r -> r.modelId("arn:aws:bedrock:us-west-2:000000000000:inference-profile/" + MODEL));

    assertThrottled("Too many requests, please wait before trying again.");
    ask(r -> r.modelId("eu.anthropic.claude-sonnet-4-6"));
  }

  @Test
  void whoeverHangsUpPaysForWhatWasGenerated() throws IOException {
    var slow = new Latency(Duration.ofSeconds(5), 1e9, 0, Duration.ZERO);
    start(fixed(Limits.ofTokens(10_000)), slow);

    assertThatThrownBy(
            () -> ask(r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(1)))))
        .isInstanceOf(ApiCallTimeoutException.class);

    assertThat(last().kind()).isEqualTo(QuotaEntry.Kind.ADMITTED);
    await().atMost(Duration.ofSeconds(30)).until(() -> last().kind() == QuotaEntry.Kind.SETTLED);
    assertThat(last().outcome()).isEqualTo("end_turn");
    assertThat(last().settled()).isGreaterThan(100);
  }

  @Test
  void aServiceThatStopsSettlesWhatRuns() throws Exception {
    var slow = new Latency(Duration.ofHours(1), 1e9, 0, Duration.ZERO);
    start(fixed(Limits.ofTokens(10_000)), slow);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> call = callers.submit(() -> ask(r -> {}));
      await().until(() -> !bedrock.quotaLog().entries().isEmpty());
      bedrock.close();
      assertThatThrownBy(call::get).isNotNull();
    }

    await().until(() -> last().kind() == QuotaEntry.Kind.SETTLED);
    assertThat(last().outcome()).isEqualTo("stopped");
    assertThat(last().settled()).isEqualTo(2);
  }

  @Test
  void twentyCallersAtOnceGetNoMoreThanTheQuota() throws Exception {
    start(fixed(Limits.NONE.withRequestsPerMinute(7)));
    var answered = 0;
    var calls = new ArrayList<Future<ConverseResponse>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 20; i++) {
        calls.add(callers.submit(() -> ask(r -> {})));
      }
    }
    for (var call : calls) {
      answered += call.state() == Future.State.SUCCESS ? 1 : 0;
    }

    assertThat(answered).isEqualTo(7);
  }

  @Test
  void theLogIsFollowedFromItsBeginningAsLinesOfJson() {
    var lines = new ArrayList<String>();
    ask(r -> {});
    bedrock.quotaLog().follow(entry -> lines.add(entry.json()));
    ask(r -> {});

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst())
        .startsWith("{\"at\":\"20")
        .contains("\"kind\":\"admit\"", "\"need\":502", "\"question_hash\":\"")
        .doesNotContain("balance", "Hello");
  }

  @Test
  void aPromptIsWrittenToTheCacheAndThenReadFromIt() throws IOException {
    start(fixed(Limits.ofTokens(1_000_000)));
    var system = "s".repeat(8_000);

    assertUsage(askCached(system, "One?"), 1, 0, 2_000);
    var need = last().need();
    assertUsage(askCached(system, "Two?"), 1, 2_000, 0);
    assertThat(last().need()).isEqualTo(need);
    assertThat(last().settled()).isLessThan(2_000);
    assertUsage(askCached("t".repeat(8_000), "Two?"), 1, 0, 2_000);
  }

  private TokenUsage askCached(String system, String question) {
    return ask(r ->
            r.system(
                    SystemContentBlock.fromText(system),
                    SystemContentBlock.fromCachePoint(c -> c.type(CachePointType.DEFAULT)))
                .messages(user(question)))
        .usage();
  }

  private static void assertUsage(TokenUsage usage, int input, int read, int written) {
    assertThat(usage.inputTokens()).isEqualTo(input);
    assertThat(usage.cacheReadInputTokens()).isEqualTo(read);
    assertThat(usage.cacheWriteInputTokens()).isEqualTo(written);
    assertThat(usage.totalTokens()).isEqualTo(input + read + written + usage.outputTokens());
  }

  @Test
  void aPrefixThatIsTooSmallIsNotCached() {
    var system = "s".repeat(4_000);

    assertUsage(askCached(system, "One?"), 1_001, 0, 0);
    assertUsage(askCached(system, "One?"), 1_001, 0, 0);
  }

  @Test
  void moreThanFourCachePointsAreInvalid() {
    var point = SystemContentBlock.fromCachePoint(c -> c.type(CachePointType.DEFAULT));
    var text = SystemContentBlock.fromText("Be kind.");

    assertThatThrownBy(() -> ask(r -> r.system(text, point, point, point, point, point)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("maximum of 4");
  }
}
