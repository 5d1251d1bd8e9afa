using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>How a supplier could serve a need, before anybody judges it: the competence it would use and the forms of help that remain.</summary>
public sealed class Fit
{
    private Fit(Problem problem, Supplier supplier, Need need, Competence? competence)
    {
        Problem = problem;
        Supplier = supplier;
        Need = need;
        Hromada = problem.HromadaById[need.HromadaId];
        Competence = competence;
        SharedModes = WorkableModes.Shared(need, competence);
        ReachableModes = WorkableModes.WithinTravel(SharedModes, supplier.Travel, Hromada);
        Modes = WorkableModes.DespiteHostilities(ReachableModes, need, Hromada);
    }

    /// <summary>The competence of <paramref name="supplier"/> that serves <paramref name="need"/> best: one that works at all, then the better fit.</summary>
    public static Fit Between(Problem problem, Supplier supplier, Need need)
    {
        var needed = problem.Areas[need.AreaCode];
        Fit? best = null;
        foreach (var competence in supplier.Areas)
        {
            if (competence.AreaCode != needed.Code && !problem.Areas[competence.AreaCode].IsRelatedTo(needed)) continue;
            var fit = new Fit(problem, supplier, need, competence);
            if (best is null || fit.IsBetterThan(best, competence.AreaCode)) best = fit;
        }
        return best ?? new Fit(problem, supplier, need, competence: null);
    }

    /// <summary>How <paramref name="supplier"/> could serve <paramref name="need"/> by one of its competences, or by none.</summary>
    internal static Fit Between(Problem problem, Supplier supplier, Need need, Competence? competence) => new(problem, supplier, need, competence);

    /// <summary>The problem that both belong to.</summary>
    public Problem Problem { get; }

    /// <summary>Who would help.</summary>
    public Supplier Supplier { get; }

    /// <summary>What would be met.</summary>
    public Need Need { get; }

    /// <summary>Whose need it is.</summary>
    public Hromada Hromada { get; }

    /// <summary>The competence it would use; null when it offers neither the area nor a related one.</summary>
    public Competence? Competence { get; }

    /// <summary>Whether the competence is in the very area of the need.</summary>
    public bool SameArea => Competence?.AreaCode == Need.AreaCode;

    /// <summary>Forms of help that are wanted and offered.</summary>
    public IReadOnlyList<Mode> SharedModes { get; }

    /// <summary>Those of them that the supplier's limits of travel leave.</summary>
    public IReadOnlyList<Mode> ReachableModes { get; }

    /// <summary>Those of them that hostilities leave: how it would really help.</summary>
    public IReadOnlyList<Mode> Modes { get; }

    /// <summary>Person-days that the supplier has for this need, once a new partnership's overhead is taken; never negative.</summary>
    public int Available => AvailableDays(Problem.Scenario, Supplier, Competence);

    /// <summary>The fewest person-days that a part in the need takes: the whole, or a quarter where it can be shared.</summary>
    public int LeastDays => LeastDaysOf(Problem.Scenario, Need);

    /// <summary>Whether the supplier has so many.</summary>
    public bool Suffices => Available >= LeastDays;

    /// <summary>Fit of the area in permille: 400, 600, 800, 1000 for level 1 to 4 in the same area, half of it in a related one.</summary>
    public int Area => Competence is null ? 0 : AreaPermille(Competence.Level, SameArea);

    /// <summary>Fit of the forms of help in permille: 1000 when all wanted ones work or any is welcome, down towards 500 for few of many.</summary>
    public int Mode
    {
        get
        {
            if (Modes.Count == 0) return 0;
            return ModePermille(Modes.Count, Need.DesiredModes.Distinct().Count());
        }
    }

    internal static int AvailableDays(Scenario scenario, Supplier supplier, Competence? competence) =>
        Math.Min(Math.Max(0, supplier.Capacity.Days - scenario.OverheadDays), competence?.MaxPersonDays ?? int.MaxValue);

    internal static int AreaPermille(int level, bool isSameArea) => (200 + 200 * level) / (isSameArea ? 1 : 2);

    internal static int ModePermille(int workable, int wanted) => wanted == 0 ? 1000 : 500 + 500 * workable / wanted;

    internal static int LeastDaysOf(Scenario scenario, Need need) =>
        scenario.Sharing.Allows(need) ? Share.Days(need.Effort.Days, 1) : need.Effort.Days;

    /// <summary>Area and mode fit in permille, the area counting double. This is what the scenario's floor is held against, whatever the criteria weigh.</summary>
    public int Total => (2 * Area + Mode) / 3;

    private bool IsBetterThan(Fit other, string code)
    {
        var order = Rank().CompareTo(other.Rank());
        return order > 0 || (order == 0 && string.CompareOrdinal(code, other.Competence?.AreaCode) < 0);
    }

    private (bool Works, bool Suffices, int Total, bool SameArea) Rank() =>
        (Modes.Count > 0, Suffices, Total, SameArea);
}
