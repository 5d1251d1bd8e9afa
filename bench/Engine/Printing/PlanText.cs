using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Printing;

/// <summary>Writes an instance with a plan of it, and the prices that prove its bound, as bench/PlanChecker reads them.</summary>
public static class PlanText
{
    /// <summary>Writes.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="model">The instance.</param>
    /// <param name="shares">The plan.</param>
    /// <param name="objective">What it is worth.</param>
    /// <param name="certificate">What proves the bound; null when nothing does.</param>
    public static void Write(TextWriter text, Model model, IEnumerable<Share> shares, long objective, Certificate? certificate)
    {
        text.WriteLine("# An instance, a plan and its prices; PlanFile of bench/PlanChecker tells what follows each word.");
        text.WriteLine($"overhead {model.OverheadDays} {model.OverheadValue}");
        text.WriteLine($"base {model.BaseValue}");
        WriteInstance(text, model);
        foreach (var share in shares) text.WriteLine($"share {model.SupplierOf(share.Pair)} {model.PairNeed[share.Pair]} {share.Quarters}");
        text.WriteLine($"objective {objective}");
        if (certificate is not null) WriteProof(text, certificate);
    }

    private static void WriteInstance(TextWriter text, Model model)
    {
        for (var supplier = 0; supplier < model.Suppliers; supplier++)
            text.WriteLine($"supplier {model.Capacity[supplier]} {model.MaxPartnerships[supplier]}");
        for (var supplier = 0; supplier < model.Suppliers; supplier++)
            for (var limit = model.SupplierLimits[supplier]; limit < model.SupplierLimits[supplier + 1]; limit++)
                text.WriteLine($"limit {supplier} {model.LimitDays[limit]}");
        foreach (var partners in model.MaxPartners) text.WriteLine($"hromada {partners}");
        for (var need = 0; need < model.Needs; need++)
            text.WriteLine(
                $"need {model.NeedHromada[need]} {model.NeedQuarters[need]} {model.Fairness.StandingQuarters[need]} {model.NeedSuppliers[need]}");
        for (var pair = 0; pair < model.Pairs; pair++)
            text.WriteLine(
                $"pair {model.SupplierOf(pair)} {model.PairNeed[pair]} {model.PairLimit[pair]} {model.PairDays[pair]} {model.PairValue[pair]} "
                + $"{(model.PairShared[pair] ? 1 : 0)} {model.PairKept[pair]}");
        for (var link = 0; link < model.LinkSupplier.Length; link++)
            if (model.LinkExists[link]) text.WriteLine($"existing {model.LinkSupplier[link]} {model.LinkHromada[link]}");
    }

    private static void WriteProof(TextWriter text, Certificate certificate)
    {
        text.WriteLine($"scale {Prices.Scale}");
        text.WriteLine($"bound {BoundOf(certificate)}");
        Write("need-price", certificate.Prices.NeedQuarter);
        Write("limit-price", certificate.Prices.LimitDay);
        Write("partner-price", certificate.Prices.Partner);
        for (var supplier = 0; supplier < certificate.Profits.Count; supplier++) text.WriteLine($"profit {supplier} {certificate.Profits[supplier]}");

        void Write(string word, long[] prices)
        {
            for (var at = 0; at < prices.Length; at++)
                if (prices[at] != 0) text.WriteLine($"{word} {at} {prices[at]}");
        }
    }

    /// <summary>The bound that the prices prove, in whole points.</summary>
    public static long BoundOf(Certificate certificate) => (long)Math.Floor((decimal)certificate.Bound / Prices.Scale);
}
