using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Which forms of help are left once wishes, travel and hostilities are taken into account. Each list is in the order of <see cref="Mode"/>.</summary>
internal static class WorkableModes
{
    // Oblast digits of KATOTTG: Volyn, Zakarpattia, Ivano-Frankivsk, Lviv, Rivne, Ternopil, Khmelnytskyi, Chernivtsi.
    private static readonly string[] WesternOblasts = ["07", "21", "26", "46", "56", "61", "68", "73"];

    /// <summary>Forms that are wanted and offered; a need without wishes welcomes every form.</summary>
    public static IReadOnlyList<Mode> Shared(Need need, Competence? competence)
    {
        if (competence is null) return [];
        var offered = competence.Modes.Distinct().Order();
        return need.DesiredModes.Count == 0 ? [.. offered] : [.. offered.Where(need.DesiredModes.Contains)];
    }

    /// <summary>Without the forms that bring the supplier's people to where they do not go.</summary>
    public static IReadOnlyList<Mode> WithinTravel(IReadOnlyList<Mode> modes, Travel travel, Hromada hromada)
    {
        return Reaches(travel, IsWestern(hromada)) ? modes : [.. modes.Where(mode => !BringsSupplier(mode))];
    }

    /// <summary>Whether the hromada lies in a western oblast.</summary>
    public static bool IsWestern(Hromada hromada) => WesternOblasts.Contains(hromada.Oblast);

    /// <summary>Whether people who travel so far go to the west of Ukraine, or to the rest of it.</summary>
    public static bool Reaches(Travel travel, bool isWestern) =>
        travel is Travel.UkraineAny || (travel is Travel.UkraineWest && isWestern);

    /// <summary>Under active hostilities: forms that work from afar, and equipment where the need is acute.</summary>
    public static IReadOnlyList<Mode> DespiteHostilities(IReadOnlyList<Mode> modes, Need need, Hromada hromada)
    {
        if (!hromada.HasActiveHostilities) return modes;
        return [.. modes.Where(mode => WorksDespiteHostilities(mode, need.Horizon))];
    }

    /// <summary>Whether the form works where there is fighting.</summary>
    public static bool WorksDespiteHostilities(Mode mode, Horizon horizon) =>
        WorksFromAfar(mode) || (mode is Mode.Equipment && horizon is Horizon.Acute);

    /// <summary>Whether the form brings the supplier's people to the hromada.</summary>
    public static bool BringsSupplier(Mode mode) => mode is Mode.ExpertVisit or Mode.Secondment;

    /// <summary>Whether the form takes people of the hromada abroad.</summary>
    public static bool BringsHromada(Mode mode) => mode is Mode.StudyVisitHost or Mode.YouthExchange;

    private static bool WorksFromAfar(Mode mode) => mode is Mode.AdviceRemote or Mode.Mentoring or Mode.Training or Mode.Funding;
}
