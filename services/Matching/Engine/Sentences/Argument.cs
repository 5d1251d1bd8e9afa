using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>What kind of thing fills a place, and so how it is written in each language.</summary>
public enum ArgumentKind
{
    /// <summary>A municipality's or hromada's id, written as its name.</summary>
    Municipality,
    /// <summary>An area's code, written as its name.</summary>
    Area,
    /// <summary>Code of a hard rule, written as its title.</summary>
    Rule,
    /// <summary>Competence level 1 to 4.</summary>
    Level,
    /// <summary>Urgency 1 to 4.</summary>
    Urgency,
    /// <summary>Forms of help, by wire name, separated by commas.</summary>
    Modes,
    /// <summary>A horizon by wire name.</summary>
    Horizon,
    /// <summary>Lengths of cooperation, by wire name, separated by commas.</summary>
    Terms,
    /// <summary>A band by wire name.</summary>
    Band,
    /// <summary>A programme category by wire name.</summary>
    Category,
    /// <summary>ISO 639-1 codes separated by commas.</summary>
    Languages,
    /// <summary>A number of person-days.</summary>
    PersonDays,
    /// <summary>A number of suppliers.</summary>
    Suppliers,
    /// <summary>A number of needs.</summary>
    Needs,
    /// <summary>A number of partnerships.</summary>
    Partnerships,
    /// <summary>A number of inhabitants.</summary>
    People,
    /// <summary>A plain whole number.</summary>
    Number,
    /// <summary>Permille, written as a percentage.</summary>
    Permille,
    /// <summary>A day, ISO 8601.</summary>
    Day,
}

/// <summary>What fills one place of a sentence.</summary>
/// <param name="Name">The place's name in the template.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Value">The value itself, free of language.</param>
public sealed record Argument(string Name, ArgumentKind Kind, string Value)
{
    /// <summary>A number (or level, urgency, person-days …) for the place <paramref name="name"/>.</summary>
    public static Argument Of(string name, ArgumentKind kind, long value) =>
        new(name, kind, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A municipality or hromada.</summary>
    public static Argument Municipality(string name, Guid id) => new(name, ArgumentKind.Municipality, id.ToString());

    /// <summary>An area of the code list.</summary>
    public static Argument Area(string name, string code) => new(name, ArgumentKind.Area, code);

    /// <summary>Forms of help, in the order of the list and each once, whatever order they were given in.</summary>
    public static Argument Modes(string name, IEnumerable<Mode> modes) =>
        new(name, ArgumentKind.Modes, string.Join(',', modes.Distinct().Order().Select(WireName.Of)));

    /// <summary>A day.</summary>
    public static Argument Day(string name, DateOnly day) =>
        new(name, ArgumentKind.Day, day.ToString("O", CultureInfo.InvariantCulture));
}
