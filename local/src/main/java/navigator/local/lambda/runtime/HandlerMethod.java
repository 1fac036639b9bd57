package navigator.local.lambda.runtime;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import navigator.local.topology.LambdaFunction;

/**
 * What a function's handler setting names, looked up in the unpacked archive without loading a
 * class of it: the runtime interface client would tell a missing one at the first invocation only.
 *
 * @param className with dots
 * @param methodName {@code handleRequest} if the setting names none
 */
record HandlerMethod(String className, String methodName) {

  static HandlerMethod parse(String handler) {
    var parts = handler.split("::", -1);
    return new HandlerMethod(parts[0], parts.length > 1 ? parts[1] : "handleRequest");
  }

  /**
   * Checks that the archive has the function's handler.
   *
   * @throws IllegalArgumentException if it has not
   */
  static void check(LambdaFunction function, Path taskRoot) throws IOException {
    var handler = parse(function.handler());
    if (!handler.isIn(taskRoot)) {
      throw new IllegalArgumentException(
          "The archive of function %s has no handler %s"
              .formatted(function.name(), function.handler()));
    }
  }

  private boolean isIn(Path taskRoot) throws IOException {
    var entry = className.replace('.', '/') + ".class";
    var found = classFile(taskRoot, entry).map(bytes -> ClassFile.of().parse(bytes));
    return found.isPresent() && declaresOrInherits(found.get());
  }

  private boolean declaresOrInherits(ClassModel model) {
    var inheritsNothing =
        model.superclass().isEmpty()
            || model.superclass().get().asInternalName().equals("java/lang/Object");
    return !inheritsNothing
        || model.methods().stream().anyMatch(m -> m.methodName().equalsString(methodName));
  }

  private static Optional<byte[]> classFile(Path taskRoot, String entry) throws IOException {
    var atRoot = taskRoot.resolve(entry);
    if (Files.isRegularFile(atRoot)) {
      return Optional.of(Files.readAllBytes(atRoot));
    }
    if (!Files.isDirectory(taskRoot.resolve("lib"))) {
      return Optional.empty();
    }
    try (var jars = Files.newDirectoryStream(taskRoot.resolve("lib"), "*.jar")) {
      for (var jar : jars) {
        var inJar = entryOf(jar, entry);
        if (inJar.isPresent()) {
          return inJar;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> entryOf(Path jar, String name) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(name);
      return entry == null
          ? Optional.empty()
          : Optional.of(zip.getInputStream(entry).readAllBytes());
    }
  }
}
