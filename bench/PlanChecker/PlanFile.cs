using System.Globalization;

namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// Reads the text of a plan: a word and whole numbers on each line, separated by blanks; empty lines and those that begin with # say
/// nothing. <see cref="Words"/> is the whole format. Suppliers, limits, hromadas and needs are numbered from 0 as they appear, and stand before what names them.
/// </summary>
public static class PlanFile
{
    private const long Most = 1L << 40;

    /// <summary>The words, and the numbers that follow each.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["overhead"] = "days points",
        ["base"] = "points",
        ["scale"] = "parts",
        ["supplier"] = "days partnerships",
        ["limit"] = "supplier days",
        ["hromada"] = "partners",
        ["need"] = "hromada quarters standing suppliers",
        ["pair"] = "supplier need limit days points shared kept",
        ["existing"] = "supplier hromada",
        ["share"] = "supplier need quarters",
        ["objective"] = "points",
        ["bound"] = "points",
        ["need-price"] = "need price",
        ["limit-price"] = "limit price",
        ["partner-price"] = "hromada price",
        ["profit"] = "supplier profit",
    };

    /// <summary>Reads a plan.</summary>
    /// <exception cref="FormatException">A line is wrong; the message begins with its number.</exception>
    public static SavedPlan Read(TextReader text)
    {
        var plan = new SavedPlan();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0 || parts[0][0] == '#') continue;
            try
            {
                new Line(plan, Numbers(parts)).Take(parts[0]);
            }
            catch (FormatException fault)
            {
                throw new FormatException($"line {number}: {fault.Message}", fault);
            }
        }
        return plan;
    }

    private static long[] Numbers(string[] parts)
    {
        if (!Words.TryGetValue(parts[0], out var names)) throw new FormatException($"'{parts[0]}' is no word of a plan.");
        if (parts.Length != names.Split(' ').Length + 1) throw new FormatException($"'{parts[0]}' is followed by: {names}.");
        return [.. parts.Skip(1).Select(Number)];
    }

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Most
            ? number
            : throw new FormatException($"'{text}' is no whole number up to 2^40.");

    /// <summary>One line's numbers, and the plan that they go into.</summary>
    private sealed class Line(SavedPlan plan, long[] numbers)
    {
        public void Take(string word)
        {
            switch (word)
            {
                case "overhead": (plan.OverheadDays, plan.OverheadValue) = (AtLeast(0, 0), AtLeast(1, 0)); break;
                case "base": plan.BaseValue = numbers[0]; break;
                case "scale": plan.Scale = AtLeast(0, 1); break;
                case "supplier": plan.Suppliers.Add(new SavedSupplier(AtLeast(0, 0), AtLeast(1, 0))); break;
                case "limit": plan.Limits.Add(new SavedLimit(At(0, plan.Suppliers.Count), AtLeast(1, 0))); break;
                case "hromada": plan.Partners.Add(AtLeast(0, 0)); break;
                case "need": plan.Needs.Add(new SavedNeed(At(0, plan.Partners.Count), AtLeast(1, 0), AtLeast(2, 0), AtLeast(3, 0))); break;
                case "pair": AddPair(); break;
                case "existing": plan.Existing.Add((At(0, plan.Suppliers.Count), At(1, plan.Partners.Count))); break;
                case "share": plan.Shares.Add(new SavedShare(At(0, plan.Suppliers.Count), At(1, plan.Needs.Count), numbers[2])); break;
                case "objective": plan.Objective = numbers[0]; break;
                case "bound": plan.Bound = numbers[0]; break;
                case "need-price": plan.NeedPrices[At(0, plan.Needs.Count)] = numbers[1]; break;
                case "limit-price": plan.LimitPrices[At(0, plan.Limits.Count)] = numbers[1]; break;
                case "partner-price": plan.PartnerPrices[At(0, plan.Partners.Count)] = numbers[1]; break;
                default: plan.Profits[At(0, plan.Suppliers.Count)] = numbers[1]; break;
            }
        }

        private void AddPair()
        {
            var limit = numbers[2] == -1 ? -1 : At(2, plan.Limits.Count);
            var pair = new SavedPair(At(0, plan.Suppliers.Count), At(1, plan.Needs.Count), limit, AtLeast(3, 1), AtLeast(4, 0), numbers[5] != 0, AtLeast(6, 0));
            if (limit >= 0 && plan.Limits[limit].Supplier != pair.Supplier) throw new FormatException($"limit {limit} is another supplier's.");
            if (!plan.Pairs.TryAdd((pair.Supplier, pair.Need), pair)) throw new FormatException("the pair stands there twice.");
        }

        private int At(int index, int count) =>
            numbers[index] >= 0 && numbers[index] < count ? (int)numbers[index] : throw new FormatException($"there is no {numbers[index]} yet.");

        private long AtLeast(int index, long least) =>
            numbers[index] >= least ? numbers[index] : throw new FormatException($"{numbers[index]} is less than {least}.");
    }
}
