using System.Globalization;
using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Bench.PlanChecker;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Bench;

/// <summary>The text of a plan with its proof, and ways to make it wrong in one place.</summary>
internal sealed class TamperedPlan(string[] lines)
{
    private const string Removed = "#";

    /// <summary>A plan of a synthetic instance that is large enough for every limit to count.</summary>
    public static TamperedPlan Make()
    {
        var model = new SyntheticFamily(Suppliers: 20, Needs: 120, HasPartnerships: true, Seed: 7).Build();
        var outcome = new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(2)), isFair: false);
        using var text = new StringWriter();
        PlanText.Write(text, model, outcome.Shares, outcome.Stages[^1].Reached, outcome.Certificate);
        return new TamperedPlan(text.ToString().Split('\n'));
    }

    /// <summary>A line with the number at <paramref name="index"/>, counted from 1, changed.</summary>
    public static string With(string line, int index, long? to = null, long by = 0)
    {
        var parts = line.Split(' ');
        parts[index] = $"{to ?? long.Parse(parts[index], CultureInfo.InvariantCulture) + by}";
        return string.Join(' ', parts);
    }

    /// <summary>All lines of a word.</summary>
    public IEnumerable<string> Lines(string word) => lines.Where(line => line.StartsWith($"{word} ", StringComparison.Ordinal));

    /// <summary>Checks the plan after each line was changed.</summary>
    public PlanCheck Check(Func<string, string> change)
    {
        using var text = new StringReader(string.Join('\n', lines.Select(change)));
        return PlanCheck.Of(PlanFile.Read(text));
    }

    /// <summary>One way to make it wrong.</summary>
    public Func<string, string> Tampering(string what)
    {
        var share = Lines("share").First(line => LimitOf(line) >= 0);
        var (supplier, need) = (Number(share, 1), Number(share, 2));
        return what switch
        {
            "supplier" => At("supplier", supplier, line => With(line, 1, to: 1)),
            "partnerships" => At("supplier", supplier, line => With(line, 2, to: 0)),
            "limit" => At("limit", LimitOf(share), line => With(line, 2, to: 0)),
            "hromada" => At("hromada", Number(Lines("need").ElementAt(need), 1), line => With(line, 1, to: 0)),
            "quarters" => Only(share, line => With(line, 3, to: 3)),
            "no share" => Only(share, _ => Removed),
            "share twice" => Only(share, line => $"{line}\n{line}"),
            "share of another" => Only(share, line => $"{line}\nshare {RivalOf(share)} {need} 4"),
            "veto" => Only(PairOf(share), _ => Removed),
            "value" => Only(PairOf(share), line => With(line, 5, by: 100)),
            "objective" => Only(Lines("objective").Single(), line => With(line, 1, by: 1)),
            "bound" => Only(Lines("bound").Single(), line => With(line, 1, by: -1)),
            "price" => Only(Lines("need-price").Single(line => Number(line, 1) == need), line => With(line, 2, to: 0)),
            "no profit" => Only(Lines("profit").First(), _ => Removed),
            "negative price" => Only(Lines("need-price").First(), line => With(line, 2, to: -1)),
            _ => throw new ArgumentException($"Nobody knows how to change the {what}.", nameof(what)),
        };
    }

    /// <summary>Equal lines of a word may stand for several things; all of them are changed then, which makes the plan no better.</summary>
    private Func<string, string> At(string word, int position, Func<string, string> change) => Only(Lines(word).ElementAt(position), change);

    private static Func<string, string> Only(string changed, Func<string, string> change) => line => line == changed ? change(line) : line;

    private string PairOf(string share) => Lines("pair").Single(line => Number(line, 1) == Number(share, 1) && Number(line, 2) == Number(share, 2));

    private int LimitOf(string share) => Number(PairOf(share), 3);

    /// <summary>Another supplier that could take the need.</summary>
    private int RivalOf(string share) =>
        Number(Lines("pair").First(line => Number(line, 1) != Number(share, 1) && Number(line, 2) == Number(share, 2)), 1);

    private static int Number(string line, int index) => int.Parse(line.Split(' ')[index], CultureInfo.InvariantCulture);
}
