using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Explaining;

/// <summary>Why a supplier is not proposed for a need in a plan.</summary>
/// <param name="RunId">The run that made the plan.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Supplier">Who was asked about.</param>
/// <param name="Need">The need.</param>
/// <param name="Kind">in_plan, rule, need_taken, obstacle, no_offer or need_gone.</param>
/// <param name="Rule">Code of the hard rule that fails; null when none does.</param>
/// <param name="Obstacle">The limit that is full, or what else stands in the way; null when nothing does beside those who have the need.</param>
/// <param name="Score">What the pair would score, 0 to 1000; null when it cannot be.</param>
/// <param name="Value">What the whole need would be worth with this supplier, in value points.</param>
/// <param name="HeldBy">The matches to which it lost: those who have the need, else those that fill the limit, the least valuable first.</param>
/// <param name="Reasons">The same in one sentence or two.</param>
/// <param name="Masked">How many of those matches are left out, because this reader may not see restricted needs.</param>
/// <param name="InputsChanged">Whether something that the run looked at is different now; then the answer goes by the data of now.</param>
public sealed record WhyNotView(
    Guid RunId,
    string Language,
    PartyView Supplier,
    NeedView Need,
    WhyNotKind Kind,
    string? Rule,
    ObstacleKind? Obstacle,
    int? Score,
    long? Value,
    IReadOnlyList<HeldView> HeldBy,
    IReadOnlyList<string> Reasons,
    int Masked,
    bool InputsChanged)
{
    internal static WhyNotView Of(FoundWhyNot found, string language)
    {
        var teller = new Teller(found.Run.Names, language, found.Run.Sight);
        return new WhyNotView(
            found.Run.Run.Id,
            language,
            teller.Tell(found.Supplier),
            teller.Tell(found.Need),
            found.Answer.Kind,
            found.Answer.RuleCode,
            found.Answer.Obstacle,
            found.Answer.Pair?.Score,
            found.Answer.Pair?.Value,
            [.. found.HeldBy.Select(held => new HeldView(
                teller.Tell(found.Run.Supplier(held.Match.Pair.Supplier.Id)),
                teller.Tell(held.Need),
                held.Match.Quarters,
                held.Match.Pair.Score,
                held.Match.Value))],
            teller.Tell(found.Answer.Reasons),
            found.Masked,
            found.Run.InputsChanged);
    }
}

/// <summary>A match that stands in the way.</summary>
/// <param name="Supplier">Who helps.</param>
/// <param name="Need">With what.</param>
/// <param name="Quarters">How many of its four quarters.</param>
/// <param name="Score">0 to 1000.</param>
/// <param name="Value">What the share is worth, in value points.</param>
public sealed record HeldView(PartyView Supplier, NeedView Need, int Quarters, int Score, long Value);
