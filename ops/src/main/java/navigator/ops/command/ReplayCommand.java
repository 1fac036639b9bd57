package navigator.ops.command;

import picocli.CommandLine.Command;

/** Asks again what was given up. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Asks again what was given up, at a pace that does no harm.",
    synopsisSubcommandLabel = "COMMAND",
    footer = Exit.FOOTER,
    subcommands = {
      ReplayPlanCommand.class,
      ReplayRunCommand.class,
      ReplayWatchCommand.class,
      ReplayCancelCommand.class,
      ReplayListCommand.class
    })
final class ReplayCommand {}
