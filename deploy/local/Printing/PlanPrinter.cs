using Kommunebro.Matching.Telling;
using Spectre.Console;

namespace Kommunebro.Local.Printing;

/// <summary>Shows a plan as tables on the terminal: who could help whom and why, then who got nothing and why.</summary>
internal sealed class PlanPrinter
{
    // Redirected output has no width of its own; this one fits a wide editor and a README.
    private const int WidthOfFiles = 150;

    private readonly Phrases _say;
    private readonly IAnsiConsole _console = AnsiConsole.Console;

    private StringComparer Names => StringComparer.Create(_say.Culture, ignoreCase: true);

    public PlanPrinter(string language)
    {
        _say = Phrases.In(language);
        if (Console.IsOutputRedirected)
            _console.Profile.Width = WidthOfFiles;
    }

    public void Print(PlanView plan)
    {
        var isIllustrative = plan.Matches.Any(match => match.Illustrative) || plan.Unmatched.Any(need => need.Need.Illustrative);
        _console.WriteLine();
        if (isIllustrative)
            _console.MarkupLine($"[bold yellow]{Markup.Escape(_say.Illustrative)}[/]");
        PrintMatches(plan.Matches);
        PrintUnmatched(plan.Unmatched);
        PrintIdle(plan.Idle);
        var totals = plan.Totals;
        _console.WriteLine();
        _console.MarkupLine($"[bold]{Markup.Escape(_say.Totals(
            totals.Needs, totals.Matched, totals.HromadasHelped, totals.SuppliersUsed, totals.PersonDays))}[/]");
        _console.WriteLine(plan.Optimal ? _say.Proven : _say.Unproven);
        if (isIllustrative)
            _console.MarkupLine($"[yellow]{Markup.Escape(_say.Illustrative)}[/]");
    }

    private void PrintMatches(IReadOnlyList<MatchView> matches)
    {
        if (matches.Count == 0)
        {
            _console.WriteLine(_say.NothingProposed);
            return;
        }

        var table = TableOf(_say.Matches, _say.Supplier, _say.Hromada, _say.Need, _say.PersonDays, _say.Score, _say.Why);
        table.Columns[0].Width(15);
        table.Columns[1].Width(20);
        table.Columns[2].Width(26);
        table.Columns[3].RightAligned();
        table.Columns[4].RightAligned();
        foreach (var match in matches.OrderBy(match => match.Supplier.Name, Names).ThenBy(match => match.Need.Hromada.Name, Names))
            table.AddRow(
                Escape(match.Supplier.Name),
                $"{Escape(match.Need.Hromada.Name)} [grey]({Escape(match.Need.Hromada.Region)})[/]",
                TitleOf(match.Need),
                $"{match.PersonDays.ToString(_say.Culture)}{(match.PersonDaysAssumed ? "*" : "")}",
                match.Score.ToString(_say.Culture),
                WhyOf(match));
        _console.Write(table);
    }

    private string WhyOf(MatchView match)
    {
        List<string> lines = [Escape(match.Why)];
        lines.AddRange(match.Conditions.Select(condition => $"[olive]{Escape($"{_say.Condition} {condition}")}[/]"));
        lines.AddRange(match.Assumed.Select(assumed => $"[grey]* {Escape($"{_say.Assumed} {assumed}")}[/]"));
        return string.Join('\n', lines);
    }

    private void PrintUnmatched(IReadOnlyList<UnmatchedView> unmatched)
    {
        if (unmatched.Count == 0)
            return;
        var table = TableOf(_say.Unmatched, _say.Hromada, _say.Need, _say.Why);
        table.Columns[0].Width(20);
        table.Columns[1].Width(36);
        foreach (var need in unmatched.OrderByDescending(need => need.Need.Urgency).ThenBy(need => need.Need.Hromada.Name, Names))
            table.AddRow(
                $"{Escape(need.Need.Hromada.Name)} [grey]({Escape(need.Need.Hromada.Region)})[/]",
                TitleOf(need.Need),
                Escape(string.Join(' ', need.Reasons)));
        _console.Write(table);
    }

    private void PrintIdle(IReadOnlyList<IdleView> idle)
    {
        if (idle.Count == 0)
            return;
        var table = TableOf(_say.Idle, _say.Supplier, _say.Why);
        foreach (var supplier in idle.OrderBy(supplier => supplier.Supplier.Name, Names))
            table.AddRow(Escape(supplier.Supplier.Name), Escape(string.Join(' ', supplier.Reasons)));
        _console.Write(table);
    }

    private static Table TableOf(string title, params string[] columns)
    {
        var table = new Table
        {
            Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold)),
            Border = TableBorder.Rounded,
            ShowRowSeparators = true,
        };
        foreach (var column in columns)
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(column)}[/]"));
        return table;
    }

    /// <summary>What is withheld still has its area, so that the row can be understood.</summary>
    private string TitleOf(NeedView need) =>
        need.Title is null ? $"{Escape(need.Area.Name)} [grey]{Escape(_say.Withheld)}[/]" : Escape(need.Title);

    private static string Escape(string text) => Markup.Escape(text);
}
