package navigator.ops.http;

import java.time.InstantSource;
import navigator.ops.GroupLetters;
import navigator.ops.ListLetters;
import navigator.ops.ReadAudit;
import navigator.ops.ReadQueues;
import navigator.ops.TellStory;
import navigator.ops.replay.CancelReplay;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.StartReplay;

/** What operators' calls are answered with. */
public record OpsParts(
    ListLetters list,
    GroupLetters groups,
    TellStory stories,
    ReadQueues queues,
    ReadAudit audit,
    PlanReplay plans,
    StartReplay starts,
    ReadReplays replays,
    CancelReplay cancels,
    InstantSource clock) {}
