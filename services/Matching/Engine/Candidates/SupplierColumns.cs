using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>What the criteria look at in a supplier whatever the need, by its position: worked out once for the tables of all areas.</summary>
internal sealed class SupplierColumns
{
    public SupplierColumns(Problem problem)
    {
        var suppliers = problem.Suppliers;
        Terms = [.. suppliers.Select(TermsOf)];
        ModesInWest = [.. suppliers.Select(supplier => ModesOf(supplier, isWestern: true))];
        ModesElsewhere = [.. suppliers.Select(supplier => ModesOf(supplier, isWestern: false))];
        Lasts = [.. suppliers.Select(supplier => supplier.Terms.Contains(Term.Long) ? ushort.MaxValue : (ushort)0)];
        SizeSteps = [.. suppliers.Select(supplier => (ushort)(ProfileSimilarity.StepOf(supplier) ?? OfferTable.NoStep))];
        var weight = problem.Scenario.CriterionWeights[CriterionCode.CategoryCompetence];
        CategoryPoints = [.. Enum.GetValues<ProgrammeCategory>().Select(category => suppliers.Select(supplier => (ushort)Scoring.Points(
            CategoryCompetence.RawOf(CategoryCompetence.Strongest(supplier, problem.Scenario, category)), weight)).ToArray())];
    }

    /// <summary>Lengths of cooperation that are accepted, a bit each.</summary>
    public ushort[] Terms { get; }

    /// <summary>Forms of help, a bit each, that travel allows for a hromada in the west.</summary>
    public ushort[] ModesInWest { get; }

    /// <summary>The same elsewhere.</summary>
    public ushort[] ModesElsewhere { get; }

    /// <summary>All bits where long cooperation is accepted expressly.</summary>
    public ushort[] Lasts { get; }

    /// <summary>The step of the supplier's size.</summary>
    public ushort[] SizeSteps { get; }

    /// <summary>Points for what a category needs most, by category.</summary>
    public ushort[][] CategoryPoints { get; }

    private static ushort ModesOf(Supplier supplier, bool isWestern) => WorkableModes.Reaches(supplier.Travel, isWestern)
        ? ushort.MaxValue
        : NeedProbe.Bits(Enum.GetValues<Mode>().Where(mode => !WorkableModes.BringsSupplier(mode)));

    private static ushort TermsOf(Supplier supplier) => supplier.Terms.Count == 0
        ? ushort.MaxValue
        : (ushort)supplier.Terms.Aggregate(0, (bits, term) => bits | 1 << (int)term);
}
