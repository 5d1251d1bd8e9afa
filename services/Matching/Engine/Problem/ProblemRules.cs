using static Kommunebro.Matching.Engine.InvalidProblemException;

namespace Kommunebro.Matching.Engine;

/// <summary>What the data of a problem must fulfil before anything is computed from it.</summary>
internal static class ProblemRules
{
    public static void Enforce(Problem problem)
    {
        foreach (var supplier in problem.Suppliers) EnforceSupplier(problem, supplier);
        foreach (var hromada in problem.Hromadas)
            Unless(hromada.Population is null or >= 0, "population_not_negative", $"{hromada.Code} has {hromada.Population}.");
        foreach (var need in problem.Needs) EnforceNeed(problem, need);
        EnforceDecisions(problem);
    }

    /// <summary>The things by their keys.</summary>
    public static Dictionary<TKey, T> Unique<TKey, T>(IEnumerable<T> things, Func<T, TKey> key, string rule) where TKey : notnull
    {
        var unique = new Dictionary<TKey, T>();
        foreach (var thing in things)
            Unless(unique.TryAdd(key(thing), thing), rule, $"{key(thing)} stands twice.");
        return unique;
    }

    private static void EnforceSupplier(Problem problem, Supplier supplier)
    {
        Unless(supplier.Capacity.Days >= 0, "capacity_not_negative", $"{supplier.Code} has {supplier.Capacity.Days}.");
        Unless(supplier.MaxPartnerships >= 0, "partnerships_not_negative", $"{supplier.Code} has {supplier.MaxPartnerships}.");
        Unless(supplier.Population is null or >= 0, "population_not_negative", $"{supplier.Code} has {supplier.Population}.");
        Unique(supplier.Areas, competence => competence.AreaCode, "supplier_areas_unique");
        foreach (var competence in supplier.Areas)
        {
            var where = $"{supplier.Code} in {competence.AreaCode}";
            Unless(problem.Areas.ContainsKey(competence.AreaCode), "area_known", $"{where}: no such area.");
            Unless(competence.Level is >= 1 and <= 4, "level_in_range", $"{where}: level {competence.Level}.");
            Unless(competence.Modes.Count > 0, "modes_present", $"{where}: no form of help.");
            Unless(competence.MaxPersonDays is null or >= 0, "capacity_not_negative", $"{where}: {competence.MaxPersonDays}.");
        }
    }

    private static void EnforceDecisions(Problem problem)
    {
        foreach (var share in problem.Decisions.Standing)
        {
            var where = $"what is decided for need {share.NeedId}";
            Unless(share.Quarters <= Share.Whole && share.Quarters >= (share.NeedId is null ? 0 : 1), "quarters_in_range", $"{where}: {share.Quarters} quarters.");
            var isBanned = problem.Exclusions.TryGetValue((share.SupplierId, share.HromadaId), out var exclusion)
                && exclusion.Reason is ExclusionReason.Banned;
            Unless(share.IsOver || !isBanned, "ban_on_partnership", $"{share.SupplierId} and {share.HromadaId} are banned, but are partners or asked.");
        }
        Unique(problem.Decisions.Pins, pin => (pin.SupplierId, pin.NeedId), "pins_unique");
        foreach (var pin in problem.Decisions.Pins)
        {
            Unless(problem.SupplierById.ContainsKey(pin.SupplierId), "pin_known", $"no supplier {pin.SupplierId}.");
            Unless(problem.NeedById.TryGetValue(pin.NeedId, out var need), "pin_known", $"no need {pin.NeedId}.");
            var least = problem.Scenario.Sharing.Allows(need!) ? 1 : Share.Whole;
            Unless(pin.Quarters >= least && pin.Quarters <= Share.Whole, "quarters_in_range", $"pin on need {pin.NeedId}: {pin.Quarters} quarters.");
        }
    }

    private static void EnforceNeed(Problem problem, Need need)
    {
        Unless(problem.HromadaById.ContainsKey(need.HromadaId), "hromada_known", $"need {need.Id}: no hromada {need.HromadaId}.");
        Unless(problem.Areas.ContainsKey(need.AreaCode), "area_known", $"need {need.Id}: no area {need.AreaCode}.");
        Unless(need.Urgency is >= 1 and <= 4, "urgency_in_range", $"need {need.Id}: urgency {need.Urgency}.");
        Unless(need.Effort.Days >= 1, "effort_positive", $"need {need.Id}: {need.Effort.Days} person-days.");
    }
}
