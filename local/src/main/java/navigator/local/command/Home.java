package navigator.local.command;

import java.io.File;
import java.nio.file.Path;
import navigator.local.ops.OpsProgram;

/**
 * The project's directory, and where in it the commands find and leave things.
 *
 * @param root absolute
 */
public record Home(Path root) {

  /** The system property with which {@code ./navigator} names the project's directory. */
  public static final String PROPERTY = "navigator.home";

  /** The directory that {@code ./navigator} lies in, or the current one without it. */
  public static Home current() {
    return new Home(Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize());
  }

  /** The synthesized stack that runs on this machine; the build makes it. */
  public Path cloudAssembly() {
    return infra().resolve("target").resolve("cdk.out");
  }

  /** The same stack with the short times that tests wait for. */
  Path testAssembly() {
    return infra().resolve("target").resolve("cdk.test.out");
  }

  /** What a stack that is up says about itself; readable by its owner alone. */
  Path runDirectory() {
    return root.resolve(".navigator");
  }

  /** The directory of the CDK app. */
  Path infra() {
    return root.resolve("infra");
  }

  /** The class path of the CDK app. */
  String infraClassPath() {
    Path target = infra().resolve("target");
    return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
  }

  /** The operator's commands. */
  OpsProgram ops() {
    return new OpsProgram(root.resolve("ops").resolve("target").resolve("ops.jar"));
  }
}
