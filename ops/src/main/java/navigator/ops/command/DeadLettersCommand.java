package navigator.ops.command;

import picocli.CommandLine.Command;

/** What is done about dead letters. */
@Command(
    name = "dead-letters",
    aliases = "letters",
    mixinStandardHelpOptions = true,
    description = "Requests that were given up: what failed, why, and what to do about it.",
    synopsisSubcommandLabel = "COMMAND",
    footer = Exit.FOOTER,
    subcommands = {
      ListCommand.class,
      GroupsCommand.class,
      ShowCommand.class,
      DiscardCommand.class,
      RestoreCommand.class,
      ExportCommand.class
    })
final class DeadLettersCommand {}
