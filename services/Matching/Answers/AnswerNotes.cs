using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Answers;

/// <summary>An answer as codes in the timeline, e.g. "supplier: accepted" or "hromada: language"; the words stand with the answer.</summary>
internal static class AnswerNotes
{
    /// <summary>The codes.</summary>
    public static string Text(Side side, bool accepted, DeclineReason? reason) =>
        $"{EnumName.Of(side)}: {(accepted ? "accepted" : EnumName.Of(reason ?? DeclineReason.Other))}";
}
