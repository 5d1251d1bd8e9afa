using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>What one need asks of the rows of its <see cref="OfferTable"/>, as numbers.</summary>
public sealed class NeedProbe
{
    private static readonly Mode[] AllModes = Enum.GetValues<Mode>();

    /// <summary>What <paramref name="need"/> asks.</summary>
    public NeedProbe(Problem problem, Need need)
    {
        var (scenario, hromada) = (problem.Scenario, problem.HromadaById[need.HromadaId]);
        Need = need;
        IsWestern = WorkableModes.IsWestern(hromada);
        ModesThatWork = Bits(AllModes.Where(mode =>
            !hromada.HasActiveHostilities || WorkableModes.WorksDespiteHostilities(mode, need.Horizon)));
        Wanted = [.. need.DesiredModes.Distinct().Order().Select(mode => Bits([mode]))];
        AnyWanted = (ushort)Wanted.Aggregate(0, (bits, wanted) => bits | wanted);
        Term = (ushort)(1 << (int)TermAccepted.For(need.Horizon));
        LeastDays = Fit.LeastDaysOf(scenario, need);
        SizeStep = hromada.Population is { } people ? (ushort)ProfileSimilarity.StepOf(people) : null;
        Category = hromada.Category;
        var weight = scenario.CriterionWeights[CriterionCode.ModeHorizonFit];
        int[] fits = [.. Enumerable.Range(0, Math.Max(1, Wanted.Length) + 1).Select(count => Fit.ModePermille(count, Wanted.Length))];
        PointsIfLasting = [.. fits.Select(fit => (ushort)Scoring.Points(ModeHorizonFit.RawOf(fit, lasts: true), weight))];
        PointsIfShort = [.. fits.Select(fit => (ushort)Scoring.Points(ModeHorizonFit.RawOf(fit, lasts: false), weight))];
        LeastAreaTwice = [.. fits.Select(fit => (ushort)Math.Max(0, 3 * scenario.FloorPermille - fit))];
    }

    /// <summary>The need.</summary>
    public Need Need { get; }

    /// <summary>Whether its hromada lies in the west.</summary>
    public bool IsWestern { get; }

    /// <summary>Forms of help that work there, a bit each.</summary>
    public ushort ModesThatWork { get; }

    /// <summary>Each wanted form as a bit; empty when any is welcome.</summary>
    public ushort[] Wanted { get; }

    /// <summary>All wanted forms; none when any is welcome.</summary>
    public ushort AnyWanted { get; }

    /// <summary>The length of cooperation that it asks for, as a bit.</summary>
    public ushort Term { get; }

    /// <summary>The fewest person-days that serve it.</summary>
    public int LeastDays { get; }

    /// <summary>The step of the hromada's size; null where not known.</summary>
    public ushort? SizeStep { get; }

    /// <summary>The hromada's category.</summary>
    public ProgrammeCategory? Category { get; }

    /// <summary>Points for so many workable forms, where long cooperation is accepted.</summary>
    public ushort[] PointsIfLasting { get; }

    /// <summary>The same where it is not.</summary>
    public ushort[] PointsIfShort { get; }

    /// <summary>The least fit of the area, twice, that the floor asks for beside so many workable forms.</summary>
    public ushort[] LeastAreaTwice { get; }

    /// <summary>Forms of help, a bit each.</summary>
    internal static ushort Bits(IEnumerable<Mode> modes) => (ushort)modes.Aggregate(0, (bits, mode) => bits | 1 << (int)mode);
}
