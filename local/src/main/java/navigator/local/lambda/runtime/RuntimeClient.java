package navigator.local.lambda.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client as the managed Java runtime has it. The function's code comes from
 * the working directory, which the client loads by itself.
 *
 * @param jars in class path order
 * @param nativeLibrary a copy of its own: without one, processes that start together unpack to one
 *     file and crash each other
 */
record RuntimeClient(List<Path> jars, Path nativeLibrary) {
  static final String MAIN_CLASS = AWSLambda.class.getName();
  static final String NATIVE_LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  RuntimeClient {
    jars = List.copyOf(jars);
  }

  /**
   * Copies the client from this JVM's own class path.
   *
   * @param directory where it is put, unless it is there
   * @throws IllegalStateException on an operating system that AWS built no library for
   */
  static RuntimeClient install(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> jars = new ArrayList<>();
    for (var type :
        List.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)) {
      jars.add(copy(jarOf(type), directory));
    }
    return new RuntimeClient(jars, unpackLibrary(directory));
  }

  // One that is there stays, since an AOT cache holds for jars of the same time only.
  private static Path copy(Path jar, Path directory) throws IOException {
    var target = directory.resolve(jar.getFileName());
    if (!Files.exists(target)) {
      var copy = Files.createTempFile(directory, "jar", ".tmp");
      Files.copy(
          jar, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  /** The same for the same jars. */
  int fingerprint() {
    return jars.stream().map(Path::getFileName).map(Path::toString).toList().hashCode();
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The jar of " + type + " is not a file", e);
    }
  }

  private static Path unpackLibrary(Path directory) throws IOException {
    var name = libraryName();
    var target = directory.resolve(name);
    try (var library = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (library == null) {
        throw new IllegalStateException("The runtime interface client has no library " + name);
      }
      // Replaced by a rename, so that a process of another run keeps the file that it has mapped.
      var copy = Files.createTempFile(directory, name, ".tmp");
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String libraryName() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (!system.contains("linux")) {
      throw new IllegalStateException(
          "AWS's runtime interface client runs on Linux only, not on " + system);
    }
    var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return "libaws-lambda-jni."
        + (usesMusl(machine) ? "linux_musl" : "linux")
        + "-"
        + machine
        + ".so";
  }

  private static boolean usesMusl(String machine) {
    return Files.exists(
        Path.of("/lib/ld-musl-" + machine.replace("aarch_64", "aarch64") + ".so.1"));
  }
}
