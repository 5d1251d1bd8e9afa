using System.Globalization;
using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>When DREAM last changed an idea, as a line of its feed and its answer of one idea say it (external.updated).</summary>
internal static class DreamTime
{
    /// <summary>The time, as it will be kept; null when none is said.</summary>
    public static DateTimeOffset? Of(JsonObject said) => DateTimeOffset.TryParse(
        (said["external"] as JsonObject)?["updated"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var updated)
        ? StoredTime.Of(updated)
        : null;
}
