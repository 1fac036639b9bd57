package navigator.ops.replay;

/**
 * What replays are driven with.
 *
 * @param pause lets time pass between two looks
 */
public record ReplayStages(
    ReplayLeases leases,
    ParkedLetters letters,
    ReplayEntries entries,
    Standings standings,
    ReplayWrites writes,
    ReplayQueue queue,
    Pause pause) {}
