using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Explaining;

/// <summary>What it would mean if the plan had to have a match.</summary>
/// <param name="RunId">The run that made the plan.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Supplier">Who would help.</param>
/// <param name="Need">What would be met.</param>
/// <param name="Quarters">How many of its four quarters.</param>
/// <param name="Result">in_plan, conflict or priced.</param>
/// <param name="Broken">With conflict: the hard rule, or the limit (need_taken, partnerships, partners, capacity, area_capacity).</param>
/// <param name="Reasons">The same in sentences.</param>
/// <param name="Stages">With priced: how far each goal is reached without and with the match, the most important first.</param>
/// <param name="Displaced">The matches that would have to go, wholly or in part.</param>
/// <param name="Added">The matches that would be new or larger.</param>
/// <param name="Proven">Whether no plan with the match is better.</param>
/// <param name="Masked">How many changes are left out, because this reader may not see restricted needs.</param>
/// <param name="InputsChanged">Whether something that the run looked at is different now; then the answer goes by the data of now.</param>
public sealed record WhatIfView(
    Guid RunId,
    string Language,
    PartyView Supplier,
    NeedView Need,
    int Quarters,
    WhatIfResult Result,
    string? Broken,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<StageCost> Stages,
    IReadOnlyList<ChangeView> Displaced,
    IReadOnlyList<ChangeView> Added,
    bool Proven,
    int Masked,
    bool InputsChanged)
{
    internal static WhatIfView Of(FoundCost found, string language)
    {
        var teller = new Teller(found.Run.Names, language, found.Run.Sight);
        ChangeView[] changes = [.. found.Changes.Select(changed => new ChangeView(
            teller.Tell(found.Run.Supplier(changed.Change.SupplierId)), teller.Tell(changed.Need), changed.Change.Before, changed.Change.After))];
        return new WhatIfView(
            found.Run.Run.Id,
            language,
            teller.Tell(found.Supplier),
            teller.Tell(found.Need),
            found.Pin.Quarters,
            found.Result,
            found.Broken,
            teller.Tell(found.Reasons),
            found.Cost?.Stages ?? [],
            [.. changes.Where(change => change.After < change.Before)],
            [.. changes.Where(change => change.After > change.Before)],
            found.Cost?.IsProven ?? false,
            found.Masked,
            found.Run.InputsChanged);
    }
}

/// <summary>A match that is different.</summary>
/// <param name="Supplier">Who helps.</param>
/// <param name="Need">With what.</param>
/// <param name="Before">Quarters of the need without the change; 0 for none.</param>
/// <param name="After">Quarters with it.</param>
public sealed record ChangeView(PartyView Supplier, NeedView Need, int Before, int After);
