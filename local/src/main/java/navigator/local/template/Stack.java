package navigator.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One stack while it is read: its resources, their values, and what was refused so far. */
record Stack(
    CloudAssembly assembly, Map<String, Resource> resources, Resolver resolver, Refusals refusals) {

  static Stack of(CloudAssembly assembly, Placement placement, Refusals refusals) {
    var resources = new Resources(refusals).read(assembly.template());
    var resolver = new Resolver(resources, placement, assembly.stackName());
    return new Stack(assembly, resources, resolver, refusals);
  }

  /** Reads every resource of a type; those with unknown properties or values are refused. */
  <T> List<T> each(EmulatedType type, BiFunction<Resource, Properties, T> reader) {
    var read = new ArrayList<T>();
    for (var resource : resources.values()) {
      if (resource.type().equals(type.type())) {
        read(resource, reader, read);
      }
    }
    return read;
  }

  private <T> void read(
      Resource resource, BiFunction<Resource, Properties, T> reader, List<T> read) {
    try {
      var properties = new Properties(resource.label(), resolver.properties(resource), refusals);
      read.add(reader.apply(resource, properties));
      properties.refuseTheRest();
    } catch (UnresolvedException e) {
      refusals.add(resource.label(), e.reason());
    }
  }

  String arn(Resource resource) {
    return resolver.attribute(resource, "Arn");
  }
}
