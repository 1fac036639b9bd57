package navigator.local.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import navigator.local.gateway.AwsService;
import navigator.local.gateway.CallerIdentities;
import navigator.local.gateway.FaultInjector;
import navigator.local.gateway.Gateway;
import navigator.local.gateway.StackDescriptions;
import navigator.local.gateway.Upstream;
import navigator.local.iam.Principals;
import navigator.local.lambda.runtime.EnvironmentStarter;
import navigator.local.lambda.runtime.FunctionCode;
import navigator.local.loopback.Reply;
import navigator.local.ops.OpsCommandLine;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.LocalStackOptions;
import navigator.local.template.Placement;
import navigator.local.template.TemplateReader;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.Topology;

/**
 * Makes the AOT caches of a cloud assembly's functions, one for each archive, and of the operator's
 * commands, so that their processes start in a third of the time. The build runs it; without a
 * cache everything starts as before.
 */
public final class AotCaches {

  // An answer to everything that warm-ups and the commands ask: there is nothing.
  private static final Upstream NOTHING = (call, operation, caller) -> Reply.json(200, "{}");

  private static final List<String> COMMAND = List.of("dead-letters", "list");
  private static final int PATIENCE_SECONDS = 120;

  private AotCaches() {}

  /**
   * Makes those that are missing, and removes what is of no archive any more.
   *
   * @param places the folder that the CDK synthesized, and the jar of the operator's commands
   */
  public static void main(String[] places) throws IOException, InterruptedException {
    var assembly = Path.of(places[0]);
    if (!Files.isDirectory(assembly)) {
      System.out.println("Nothing is cached: there is no cloud assembly " + assembly);
      return;
    }
    try (var gateway = Gateway.listen(0)) {
      var topology = new TemplateReader(Placement.behind(gateway.url())).read(assembly);
      var principals = new Principals(topology, new SecureRandom());
      gateway.open(
          topology.region(), topology.account(), principals, canned(topology), FaultInjector.NONE);
      if (System.getProperty("os.name").equals("Linux")) {
        cacheFunctions(topology, LocalStackOptions.functionCode(assembly), gateway, principals);
      } else {
        System.out.println("No function is cached: functions run on Linux only");
      }
      cacheCommands(
          new OpsCommandLine(
              new OpsProgram(Path.of(places[1])), topology, gateway.url(), principals.operator()));
    }
  }

  private static Map<AwsService, Upstream> canned(Topology topology) {
    var upstreams = new EnumMap<AwsService, Upstream>(AwsService.class);
    for (var service : AwsService.values()) {
      upstreams.put(
          service,
          switch (service) {
            case CLOUDFORMATION -> new StackDescriptions(topology, Map.of(), Instant.EPOCH);
            case STS -> new CallerIdentities(topology.account());
            default -> NOTHING;
          });
    }
    return upstreams;
  }

  private static void cacheFunctions(
      Topology topology, Path directory, Gateway gateway, Principals principals)
      throws IOException, InterruptedException {
    var code = FunctionCode.in(directory);
    code.keepOnly(topology.functions().stream().map(LambdaFunction::archive).toList());
    Map<Path, LambdaFunction> first = new LinkedHashMap<>();
    topology.functions().forEach(function -> first.putIfAbsent(function.archive(), function));
    try (var starter =
            new EnvironmentStarter(
                code, directory, gateway.url(), principals, (function, line) -> {});
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Optional<String>>> caches = new LinkedHashMap<>();
      first.values().forEach(f -> caches.put(f.name(), executor.submit(() -> starter.cache(f))));
      for (var cache : caches.entrySet()) {
        tell("the archive of " + cache.getKey(), cache.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("No cache was made", e.getCause());
    }
  }

  private static void cacheCommands(OpsCommandLine commands)
      throws IOException, InterruptedException {
    var program = commands.program();
    if (!isUsable(program)) {
      Files.deleteIfExists(program.cache());
      var process =
          commands
              .recording(COMMAND)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(program.cache());
      }
    }
    tell(
        "the operator's commands",
        isUsable(program) ? Optional.empty() : Optional.of("the JVM wrote none that it takes"));
  }

  // Of this very jar, what it needs and this JVM: the JVM knows best.
  private static boolean isUsable(OpsProgram program) throws IOException, InterruptedException {
    if (!Files.exists(program.cache())) {
      return false;
    }
    List<String> command = new ArrayList<>(program.strict());
    command.add("--version");
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static void tell(String what, Optional<String> missing) {
    System.out.println(
        missing.map(why -> "Not cached: " + what + ", since " + why).orElse("Cached: " + what));
  }
}
