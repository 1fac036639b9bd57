package navigator.local.command;

import navigator.contracts.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** As whom a command speaks to the API. */
final class RoleOption {

  @Option(
      names = {"-r", "--role"},
      paramLabel = "ROLE",
      converter = ByName.class,
      description = "instructor (the default), staff, admin or generic.")
  private Role role = Role.INSTRUCTOR;

  Role role() {
    return role;
  }

  /** Reads a role's wire name. */
  static final class ByName implements ITypeConverter<Role> {
    @Override
    public Role convert(String name) {
      try {
        return Role.ofWireName(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(name + " is not instructor, staff, admin or generic");
      }
    }
  }
}
