package navigator.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import navigator.local.Credentials;
import navigator.local.lambda.runtime.EnvironmentStarter;
import navigator.local.lambda.runtime.FunctionCode;
import navigator.local.loopback.Exchange;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.LoopbackServer.Limits;
import navigator.local.loopback.Reply;
import navigator.local.template.Placement;
import navigator.local.template.TemplateReader;
import navigator.local.topology.LambdaFunction;

/**
 * Makes the AOT caches of the functions of cloud assemblies, one for each archive, so that their
 * processes start in a third of the time. The build runs it; without a cache a function starts as
 * before.
 */
public final class FunctionCaches {

  // Warm-ups that call AWS get an empty object, which is an answer to everything they ask.
  private static final Exchange AWS = call -> Reply.json(200, "{}");
  private static final Limits LIMITS = new Limits(1 << 20, Reply.json(413, "{}"));

  private FunctionCaches() {}

  /** Where the code of an assembly's functions is unpacked and cached. */
  static Path beside(Path cloudAssembly) {
    return cloudAssembly.resolveSibling("functions");
  }

  /**
   * Makes those that are missing, and removes what is of no archive any more.
   *
   * @param assemblies the folders that the CDK synthesized, all in one folder
   */
  public static void main(String[] assemblies) throws IOException, InterruptedException {
    List<Path> folders =
        Arrays.stream(assemblies).map(Path::of).filter(Files::isDirectory).toList();
    if (folders.isEmpty()) {
      System.out.println("No cloud assembly was synthesized: no function is cached.");
      return;
    }
    Path directory = beside(folders.getFirst());
    FunctionCode code = FunctionCode.in(directory);
    try (var aws = LoopbackServer.start("aws", 0, LIMITS, AWS);
        var starter =
            new EnvironmentStarter(
                code,
                directory,
                aws.url(),
                role -> new Credentials("none", "none", "none"),
                (function, line) -> {})) {
      List<LambdaFunction> functions = functions(folders, aws.url());
      code.keepOnly(functions.stream().map(LambdaFunction::archive).toList());
      cache(firstOfEachArchive(functions), starter);
    }
  }

  private static List<LambdaFunction> functions(List<Path> assemblies, URI gateway)
      throws IOException {
    List<LambdaFunction> functions = new ArrayList<>();
    for (Path assembly : assemblies) {
      functions.addAll(new TemplateReader(Placement.behind(gateway)).read(assembly).functions());
    }
    return functions;
  }

  // The CDK names archives by their content.
  private static List<LambdaFunction> firstOfEachArchive(List<LambdaFunction> functions) {
    Map<Path, LambdaFunction> first = new LinkedHashMap<>();
    functions.forEach(function -> first.putIfAbsent(function.archive().getFileName(), function));
    return List.copyOf(first.values());
  }

  private static void cache(List<LambdaFunction> functions, EnvironmentStarter starter)
      throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Optional<String>>> caches = new LinkedHashMap<>();
      functions.forEach(f -> caches.put(f.name(), executor.submit(() -> starter.cache(f))));
      for (var cache : caches.entrySet()) {
        var missing = cache.getValue().get();
        System.out.println(
            missing
                .map(why -> "Not cached: the archive of " + cache.getKey() + ", since " + why)
                .orElse("Cached: the archive of " + cache.getKey()));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("No cache was made", e.getCause());
    }
  }
}
