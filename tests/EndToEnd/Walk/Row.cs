using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>What must come of a call.</summary>
internal enum Due
{
    /// <summary>The caller is nobody: 401.</summary>
    Unauthenticated,

    /// <summary>The caller lacks the role or the scope: 403.</summary>
    Forbidden,

    /// <summary>The thing is another organisation's: as if there were none.</summary>
    Hidden,

    /// <summary>The caller may: anything that is neither of these.</summary>
    Admitted,
}

/// <summary>A line of a table: a call and who may make it.</summary>
/// <param name="Verb">The HTTP method, or the gRPC service.</param>
/// <param name="Path">The path's template, or the gRPC method.</param>
/// <param name="Of">The thing of the seed that it is called for; null for none.</param>
/// <param name="Staff">The roles that may, by their short names; "all" of them; ~ before one from which this thing is hidden.</param>
/// <param name="Scope">The scope with which partners may; null when none may.</param>
/// <param name="Partners">The organisations that reach the thing; "all" for any.</param>
/// <param name="Services">The services that may, by client id.</param>
internal sealed record Row(
    string Verb, string Path, string? Of, IReadOnlyList<string> Staff, string? Scope, IReadOnlyList<string> Partners, IReadOnlyList<string> Services)
{
    /// <summary>In the column of staff: nobody must sign in.</summary>
    public const string Everybody = "everybody";

    private static readonly string[] ReadingMethods = ["Find", "Get", "List", "Stream", "Watch", "Count", "Name"];

    /// <summary>Whether it only reads, so that whoever may gets an answer.</summary>
    public bool Reads => Verb == "GET" || ReadingMethods.Any(word => Path.StartsWith(word, StringComparison.Ordinal));

    /// <summary>The call's name, as a table lists it.</summary>
    public string Call => $"{Verb} {Path}";

    /// <summary>Reads a table, whose columns stand between bars.</summary>
    public static IReadOnlyList<Row> Read(string table) =>
    [
        .. table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells =>
        {
            var call = Words(cells[0]);
            return new Row(
                call[0], call[1], Cell(cells, 1) is "-" ? null : cells[1], Who(Cell(cells, 2)), Cell(cells, 3) is "-" ? null : cells[3],
                Who(Cell(cells, 4)), Who(Cell(cells, 5)));
        }),
    ];

    /// <summary>What must come of it when <paramref name="asker"/> makes this call.</summary>
    public Due DueFor(Asker asker) => asker.Kind switch
    {
        _ when Staff.Contains(Everybody) => Due.Admitted,
        CallerKind.Nobody => Due.Unauthenticated,
        CallerKind.Staff => Staff.Contains($"~{asker.Name}") ? Due.Hidden : Has(Staff, asker.Name) ? Due.Admitted : Due.Forbidden,
        CallerKind.Service => Services.Contains(asker.Name) ? Due.Admitted : Due.Forbidden,
        _ when Scope is null || !asker.Scopes.Contains(Scope) => Due.Forbidden,
        _ => Has(Partners, asker.Organisation!) ? Due.Admitted : Due.Hidden,
    };

    public override string ToString() => Of is null ? Call : $"{Call} ({Of})";

    private static bool Has(IReadOnlyList<string> allowed, string name) => allowed.Contains(name) || (allowed.Contains("all") && name != Asker.WithoutRole);

    private static string Cell(string[] cells, int at) => at < cells.Length ? cells[at] : "-";

    private static string[] Who(string cell) => cell == "-" ? [] : Words(cell);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
