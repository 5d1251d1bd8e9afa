using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Turns a request into a statement, or refuses it with everything that is wrong with it.</summary>
internal sealed class NeedRules(ActingFor<NeedsIntakeDb> acting, Caller caller, DirectoryLookup directory, TimeProvider clock)
{
    public const int LargestEffort = 20_000;

    /// <summary>The fault of a hromada that there is not, or not for the caller.</summary>
    public const string UnknownMunicipality = "unknown_municipality";

    private const int FurthestYears = 10;

    // A hromada's today.
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    /// <summary>The statement and the hromada that makes it.</summary>
    /// <param name="request">What is said.</param>
    /// <param name="cancellationToken">Ends the look into the directory.</param>
    /// <param name="source">Where the need came from until now; null when it is new.</param>
    /// <param name="named">Areas that the need names until now: it keeps them, though nobody names them anew.</param>
    /// <exception cref="Refusal">Invalid, with all violations; unavailable directory_not_ready.</exception>
    public async Task<(NeedStatement Statement, KnownMunicipality Hromada)> CheckAsync(
        NeedRequest request, CancellationToken cancellationToken, NeedSource? source = null, IReadOnlyList<string>? named = null)
    {
        var rules = new Rules();
        var hromada = await HromadaAsync(rules, request.Municipality, cancellationToken);
        rules.Required(request.Area is not null, "area", "Give the code of an area.");
        var title = request.Title?.Take("title", (text, field) => rules.Line(text, field, shortest: 3, longest: 200));
        rules.Required(title is not null, "title", "Give the title in at least one of nb, uk, en.");
        var statement = new NeedStatement(
            title ?? new LocalizedText(null, null, null),
            request.Description?.Take("description", (text, field) => rules.Block(text, field, shortest: 1, longest: 4000)),
            request.Area ?? "",
            rules.RequiredChoice<Horizon>(request.Horizon, "horizon"),
            Urgency(rules, request),
            rules.Block(request.UrgencyReason, "urgencyReason", shortest: 1, longest: 1000),
            Modes(rules, request.DesiredModes ?? []),
            PersonDays(rules, request),
            rules.Choice<Band>(request.EffortBand, "effortBand"),
            Languages(rules, request.Languages ?? []),
            rules.RequiredChoice<Sensitivity>(request.Sensitivity, "sensitivity"),
            NeededBy(rules, request.NeededBy),
            request.Illustrative,
            rules.Choice<Season>(request.Season, "season"),
            rules.Choice<LocationPrecision>(request.LocationPrecision, "locationPrecision") ?? LocationPrecision.Hromada,
            ParticularsRules.Take(rules, request, byStaff: caller.Kind == CallerKind.Staff, source));
        await rules.AreasAsync(directory, new NamedAreas(request.Area, statement.Particulars.SecondaryAreas, named ?? []), Today, cancellationToken);
        rules.Enforce();
        return (statement, hromada!);
    }

    /// <summary>The hromada with <paramref name="code"/>, for which the caller acts.</summary>
    /// <exception cref="Refusal">Invalid (municipality); unavailable directory_not_ready.</exception>
    public async Task<KnownMunicipality> RequireHromadaAsync(string? code, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var hromada = await HromadaAsync(rules, code, cancellationToken);
        rules.Enforce();
        return hromada!;
    }

    /// <summary>Effort that can be meant in earnest: 1 to 20000 person-days.</summary>
    public static void CheckEffort(Rules rules, int? personDays) => rules.Check(
        personDays is null or (>= 1 and <= LargestEffort),
        "personDays", "out_of_range", $"From 1 to {LargestEffort} person-days.");

    private async Task<KnownMunicipality?> HromadaAsync(Rules rules, string? code, CancellationToken cancellationToken)
    {
        rules.Required(code is not null, "municipality", "Give the hromada's code.");
        if (code is null || !rules.IsHromada(code, "municipality"))
            return null;
        var hromada = await directory.HromadaAsync(code, cancellationToken);
        // A hromada of others is answered like one that does not exist.
        if (hromada is not null && !await acting.IncludesAsync(code, cancellationToken))
            hromada = null;
        if (hromada is null)
            await directory.RequireReadyAsync(cancellationToken);
        rules.Check(hromada is not null, "municipality", UnknownMunicipality, "No hromada has this code.");
        return hromada;
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Kyiv).DateTime);

    private static int Urgency(Rules rules, NeedRequest request)
    {
        rules.Required(request.Urgency is not null, "urgency", "Give the urgency, from 1 (low) to 4 (critical).");
        rules.Check(
            request.Urgency is null or (>= 1 and <= 4), "urgency", "out_of_range", "From 1 (low) to 4 (critical).");
        rules.Required(
            request.Urgency is not (3 or 4) || request.UrgencyReason is not null,
            "urgencyReason", "Say why it is high or critical.");
        return request.Urgency ?? 0;
    }

    private static IReadOnlyList<Mode> Modes(Rules rules, IReadOnlyList<string?> names)
    {
        rules.Check(
            names.Distinct(StringComparer.Ordinal).Count() == names.Count, "desiredModes", "stands_twice", "Name each mode once.");
        return [.. names.Select((name, i) => rules.RequiredChoice<Mode>(name, $"desiredModes[{i}]"))];
    }

    private static int? PersonDays(Rules rules, NeedRequest request)
    {
        CheckEffort(rules, request.PersonDays);
        rules.Check(
            request.PersonDays is null || request.EffortBand is null,
            "effortBand", "effort_twice", "Give the effort in person-days or as a band, not both.");
        return request.PersonDays;
    }

    private static IReadOnlyList<string> Languages(Rules rules, IReadOnlyList<string?> codes)
    {
        rules.Check(codes.Count is >= 1 and <= 8, "languages", "out_of_range", "Give 1 to 8 languages.");
        rules.Check(
            codes.Distinct(StringComparer.Ordinal).Count() == codes.Count, "languages", "stands_twice", "Name each language once.");
        for (var i = 0; i < codes.Count; i++)
            rules.Language(codes[i], $"languages[{i}]");
        return [.. codes.OfType<string>()];
    }

    private DateOnly? NeededBy(Rules rules, string? text)
    {
        if (text is null)
            return null;
        var today = Today;
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        rules.Check(isDate, "neededBy", "invalid_date", "Must be a date as yyyy-MM-dd.");
        rules.Check(!isDate || day >= today, "neededBy", "date_in_past", "The day has passed in Ukraine.");
        rules.Check(
            !isDate || day <= today.AddYears(FurthestYears), "neededBy", "date_too_far", $"At most {FurthestYears} years ahead.");
        return day;
    }
}
