package navigator.local.template;

import java.io.IOException;
import java.nio.file.Path;
import navigator.local.topology.Topology;

/**
 * Reads the stack that the CDK synthesized into a topology, and refuses at once everything in it
 * that would run differently, or not at all, on one machine. Two closed lists decide: the types
 * that are emulated, with their properties; the types and properties that change nothing here, each
 * with its reason. Everything else is refused, by name.
 *
 * <pre>{@code
 * var topology = new TemplateReader(Placement.behind(gateway.url())).read(Path.of("cdk.out"));
 * }</pre>
 */
public final class TemplateReader {

  private final Placement placement;

  /** A reader for stacks in this place. */
  public TemplateReader(Placement placement) {
    this.placement = placement;
  }

  /**
   * Reads a cloud assembly.
   *
   * @param cloudAssembly the folder, with {@code manifest.json} in it
   * @throws IOException if its files cannot be read
   * @throws RefusedStackException with every part of the stack that cannot be run here
   */
  public Topology read(Path cloudAssembly) throws IOException {
    var refusals = new Refusals();
    var assembly = CloudAssembly.read(cloudAssembly);
    var stack = Stack.of(assembly, placement, refusals);
    var topology = topology(assembly.stackName(), stack);
    Grants.check(stack, topology);
    refusals.throwIfAny();
    return topology;
  }

  private Topology topology(String name, Stack stack) {
    var rules = Rules.read(stack);
    return new Topology(
        name,
        placement.region(),
        placement.account(),
        Functions.read(stack),
        Mappings.read(stack, placement),
        Queues.read(stack),
        Tables.read(stack),
        Rules.buses(stack),
        rules.rules(),
        rules.schedules(),
        Apis.read(stack),
        UserPools.read(stack, placement),
        ManagedPolicies.read(stack),
        Outputs.read(stack));
  }
}
