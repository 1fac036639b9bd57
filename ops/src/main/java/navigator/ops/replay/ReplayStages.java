package navigator.ops.replay;

import navigator.ops.Pause;

/**
 * What replays are driven with.
 *
 * @param pause lets time pass between two looks
 */
public record ReplayStages(
    ReplayLeases leases,
    ParkedLetters letters,
    ReplayEntries entries,
    RequestSnapshots snapshots,
    ReplayWrites writes,
    ReplayQueue queue,
    Pause pause) {}
