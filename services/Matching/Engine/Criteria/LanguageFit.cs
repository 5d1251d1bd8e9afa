namespace Kommunebro.Matching.Engine;

/// <summary>A common working language. Every hromada works in Ukrainian, whether it says so or not.</summary>
public sealed class LanguageFit : Criterion
{
    private const string Ukrainian = "uk";

    /// <inheritdoc/>
    public override string Code => CriterionCode.Language;

    /// <inheritdoc/>
    public override bool DependsOnTown => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.language", "Språk", "Мова", "Language"),
        new("criterion.language.shared",
            "Felles arbeidsspråk: {languages}.",
            "Спільна робоча мова: {languages}.",
            "Common working language: {languages}."),
        new("criterion.language.none",
            "Ingen felles arbeidsspråk; det trengs tolk.",
            "Спільної робочої мови немає, потрібен перекладач.",
            "No common working language; an interpreter is needed."),
        new("criterion.language.unknown",
            "Arbeidsspråkene er ikke oppgitt, så det er ikke kjent om det trengs tolk.",
            "Робочі мови не вказано, тож невідомо, чи потрібен перекладач.",
            "The working languages are not stated, so it is not known whether an interpreter is needed."),
    ];

    /// <summary>The languages in which the two can work together.</summary>
    internal static IEnumerable<string> Shared(IReadOnlyList<string> ours, IReadOnlyList<string> theirs) =>
        ours.Where(code => code == Ukrainian || theirs.Contains(code));

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var ours = fit.Supplier.Languages;
        var theirs = fit.Need.Languages;
        string[] shared = [.. Shared(ours, theirs).Distinct().Order(StringComparer.Ordinal)];
        if (shared.Length > 0)
            return Rating.Of(Full, Sentence.Of(
                "criterion.language.shared", new Argument("languages", ArgumentKind.Languages, string.Join(',', shared))));
        return ours.Count == 0 || theirs.Count == 0
            ? Rating.Unknown(Sentence.Of("criterion.language.unknown"))
            : Rating.Of(0, Sentence.Of("criterion.language.none"));
    }
}
