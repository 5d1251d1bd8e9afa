using System.Globalization;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Scenarios;

/// <summary>A scenario as a form: its numbers, and a row for each pin and ban. Rows that are empty or marked to be removed do not count.</summary>
public sealed class ScenarioForm
{
    /// <summary>The parts of a pin's row.</summary>
    public static readonly IReadOnlyList<string> PinParts = ["supplier", "needId", "quarters"];

    /// <summary>The parts of a ban's row.</summary>
    public static readonly IReadOnlyList<string> BanParts = ["supplier", "hromada", "reason"];

    private const int EmptyRows = 2;
    private const int EmptySteps = 1;

    private readonly Scenario _shown;

    /// <summary>The form of <paramref name="scenario"/>, or what was written into it.</summary>
    /// <param name="submission">What this request brought.</param>
    /// <param name="scenario">What stands in it at first.</param>
    /// <param name="name">What it is called at first.</param>
    public ScenarioForm(Submission submission, Scenario scenario, string name)
    {
        _shown = scenario;
        State = submission.Form("scenario", [.. Fields(scenario, name)]);
    }

    public FormState State { get; }

    /// <summary>The codes of the criteria, in the order of the scenario.</summary>
    public IEnumerable<string> Criteria => _shown.Rules.CriterionWeights.Select(weight => weight.Code);

    public int Pins => Rows("pins");

    public int Bans => Rows("bans");

    public int Steps => Rows("steps");

    /// <summary>What was written; numbers that are none are errors of the form.</summary>
    public ScenarioText Read(Words words)
    {
        State.Require("name", words);
        // Rows move together first, so that matching counts them as the page does.
        var (pins, bans) = (Compact("pins", PinParts), Compact("bans", BanParts));
        return new ScenarioText
        {
            Name = State["name"],
            Description = State["description"],
            Rules = ReadRules(words),
            Pins =
            {
                pins.Select(row => new ScenarioPin
                {
                    Supplier = State[$"{row}.supplier"], NeedId = State[$"{row}.needId"], Quarters = State.Number($"{row}.quarters", words) ?? 0,
                }).ToList(),
            },
            Bans =
            {
                bans.Select(row => new ScenarioBan
                {
                    Supplier = State[$"{row}.supplier"], Hromada = State[$"{row}.hromada"], Reason = State[$"{row}.reason"],
                }),
            },
        };
    }

    private ScenarioRules ReadRules(Words words)
    {
        var rules = new ScenarioRules();
        foreach (var number in ScenarioNumbers.All)
            number.Set(rules, Number(number.Field, words));
        rules.CriterionWeights.Add(Criteria.Select(code => new CriterionWeight { Code = code, Weight = Number(ScenarioNumbers.CriterionField(code), words) }));
        rules.NeedByUrgency.Add(Enumerable.Range(1, 4).Select(urgency => Number(ScenarioNumbers.UrgencyField(urgency), words)));
        foreach (var at in Enumerable.Range(0, Steps).Where(at => State[ScenarioNumbers.EffortField(at, "weight")].Length > 0))
        {
            var step = new EffortWeight { Weight = Number(ScenarioNumbers.EffortField(at, "weight"), words) };
            if (State.Number(ScenarioNumbers.EffortField(at, "upToDays"), words) is { } days)
                step.UpToDays = days;
            rules.NeedByEffort.Add(step);
        }

        return rules;
    }

    private int Number(string field, Words words)
    {
        State.Require(field, words);
        return State.Number(field, words) ?? 0;
    }

    private int Rows(string list) => int.TryParse(State[$"{list}Rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Min(rows, 1000) : 0;

    private List<string> Compact(string list, IReadOnlyList<string> parts)
    {
        var kept = Enumerable.Range(0, Rows(list)).Select(at => $"{list}[{at}]")
            .Where(row => !State.IsChecked($"{row}.remove") && parts.Any(part => State[$"{row}.{part}"].Length > 0))
            .Select(row => parts.Select(part => State[$"{row}.{part}"]).ToList()).ToList();
        var rows = kept.Count + EmptyRows;
        foreach (var at in Enumerable.Range(0, Math.Max(rows, Rows(list))))
        {
            State[$"{list}[{at}].remove"] = "";
            foreach (var (part, index) in parts.Select((part, index) => (part, index)))
                State[$"{list}[{at}].{part}"] = at < kept.Count ? kept[at][index] : "";
        }

        State[$"{list}Rows"] = rows.ToString(CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, kept.Count).Select(at => $"{list}[{at}]")];
    }

    private static IEnumerable<(string Field, string Value)> Fields(Scenario scenario, string name)
    {
        yield return ("requestId", Guid.CreateVersion7().ToString());
        yield return ("version", Plain(scenario.Version));
        yield return ("name", name);
        yield return ("description", scenario.Description);
        foreach (var number in ScenarioNumbers.All)
            yield return (number.Field, Plain(number.Get(scenario.Rules)));
        foreach (var weight in scenario.Rules.CriterionWeights)
            yield return (ScenarioNumbers.CriterionField(weight.Code), Plain(weight.Weight));
        foreach (var (weight, at) in scenario.Rules.NeedByUrgency.Select((weight, at) => (weight, at)))
            yield return (ScenarioNumbers.UrgencyField(at + 1), Plain(weight));
        foreach (var (step, at) in scenario.Rules.NeedByEffort.Select((step, at) => (step, at)))
        {
            yield return (ScenarioNumbers.EffortField(at, "upToDays"), step.HasUpToDays ? Plain(step.UpToDays) : "");
            yield return (ScenarioNumbers.EffortField(at, "weight"), Plain(step.Weight));
        }

        yield return ("stepsRows", Plain(scenario.Rules.NeedByEffort.Count + EmptySteps));
        foreach (var field in Rows("pins", PinParts, scenario.Pins.Select(pin => new[] { pin.Supplier, pin.NeedId, Plain(pin.Quarters) })))
            yield return field;
        foreach (var field in Rows("bans", BanParts, scenario.Bans.Select(ban => new[] { ban.Supplier, ban.Hromada, ban.Reason })))
            yield return field;
    }

    private static IEnumerable<(string Field, string Value)> Rows(string list, IReadOnlyList<string> parts, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        yield return ($"{list}Rows", Plain(all.Count + EmptyRows));
        foreach (var (row, at) in all.Select((row, at) => (row, at)))
            foreach (var (part, value) in parts.Zip(row))
                yield return ($"{list}[{at}].{part}", value);
    }

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
