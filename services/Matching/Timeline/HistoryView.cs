using Kommunebro.Matching.Telling;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Timeline;

/// <summary>One thing that happened.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Action">What, as in the audit.</param>
/// <param name="Who">The actor, as in the audit.</param>
/// <param name="Text">What a person wrote, or the code of a reason.</param>
/// <param name="Stage">The stage that was reached.</param>
/// <param name="On">The day that it speaks of.</param>
public sealed record HistoryView(DateTimeOffset At, string Action, string Who, string? Text, string? Stage, DateOnly? On)
{
    /// <summary>The view of <paramref name="entry"/>.</summary>
    internal static HistoryView Of(TimelineEntry entry) => new(entry.At, entry.Action, entry.Who, entry.Text, entry.Stage, entry.On);

    /// <summary>The entry as its gRPC message.</summary>
    internal V1.TimelineEntry ToWire() => new()
    {
        At = Wire.Time(At),
        Action = Action,
        Who = Who,
        Text = Text ?? "",
        Stage = Stage ?? "",
        On = Wire.Day(On),
    };
}
