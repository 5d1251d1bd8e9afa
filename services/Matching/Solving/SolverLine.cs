using System.Text.Json;
using Kommunebro.Matching.Engine;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.Solving;

/// <summary>One line that the solver's process says: how far it is, or the end.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Outcome">The result; then it ends.</param>
internal sealed record SolverLine(SearchProgress? Progress = null, SaidOutcome? Outcome = null)
{
    /// <summary>The line as it is said.</summary>
    public string Write() => JsonSerializer.Serialize(this, MessageJson.Options);

    /// <summary>What a line says; null where it is none of ours.</summary>
    public static SolverLine? Read(string text)
    {
        // The outside solver may print what it likes.
        if (!text.StartsWith('{')) return null;
        return JsonSerializer.Deserialize<SolverLine>(text, MessageJson.Options);
    }
}

/// <summary>An outcome in plain numbers.</summary>
internal sealed record SaidOutcome(
    IReadOnlyList<Share> Shares,
    IReadOnlyList<StageResult> Stages,
    long[] NeedQuarterPrices,
    long[] LimitDayPrices,
    long[] PartnerPrices,
    IReadOnlyList<long> Profits,
    long Bound,
    long FreeValue,
    long FreeBound,
    double Work)
{
    public static SaidOutcome Of(Outcome outcome) => new(
        outcome.Shares,
        outcome.Stages,
        outcome.Certificate.Prices.NeedQuarter,
        outcome.Certificate.Prices.LimitDay,
        outcome.Certificate.Prices.Partner,
        outcome.Certificate.Profits,
        outcome.Certificate.Bound,
        outcome.FreeValue,
        outcome.FreeBound,
        outcome.Work);

    public Outcome Told() => new(
        Shares, Stages, new Certificate(new Prices(NeedQuarterPrices, LimitDayPrices, PartnerPrices), Profits, Bound), FreeValue, FreeBound, Work);
}
