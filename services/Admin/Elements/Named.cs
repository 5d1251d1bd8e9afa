using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Elements;

/// <summary>A text as it is, and its language.</summary>
public sealed record Named(string Text, string Language)
{
    /// <summary>In the reader's language if there is such a text, else in the one that most readers can read.</summary>
    public static Named Of(Text? text, string language) => Choose(text?.Nb, text?.Uk, text?.En, language);

    /// <inheritdoc cref="Of(Text?, string)"/>
    public static Named Of(LocalizedText? text, string language) => Choose(text?.Nb, text?.Uk, text?.En, language);

    private static Named Choose(string? nb, string? uk, string? en, string language)
    {
        (string Language, string? Text)[] all = [("nb", nb), ("uk", uk), ("en", en)];
        return all.OrderByDescending(one => one.Language == language).ThenByDescending(one => one.Language == "en")
            .Where(one => one.Text is { Length: > 0 })
            .Select(one => new Named(one.Text!, one.Language))
            .FirstOrDefault() ?? new Named("", language);
    }
}
