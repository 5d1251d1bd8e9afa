using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>
/// Looks in all free texts of a need for what must not be told. It warns rather than refuses: what it finds may be innocent,
/// and what it misses a person must see, so that AUC decides.
/// </summary>
internal static class TextCheck
{
    /// <summary>
    /// Everything that was found, at most one finding of a kind in a field. An address is one of critical infrastructure also when
    /// another text of the need names that.
    /// </summary>
    public static IReadOnlyList<TextFinding> Of(NeedStatement statement)
    {
        var texts = TextsOf(statement).Select(text => (text.Field, Plain: PlainText.Of(text.Text))).ToList();
        var nearInfrastructure = texts.Exists(text => SuspectPatterns.NamesInfrastructure(text.Plain));
        return [.. texts.SelectMany(text => SuspectPatterns.In(text.Plain, nearInfrastructure).Select(kind => new TextFinding(text.Field, kind)))];
    }

    /// <summary>Whether any text is another one.</summary>
    public static bool Differs(NeedStatement before, NeedStatement after) => !TextsOf(before).SequenceEqual(TextsOf(after));

    private static IEnumerable<(string Field, string Text)> TextsOf(NeedStatement statement) =>
    [
        .. InLanguages("title", statement.Title),
        .. InLanguages("description", statement.Description),
        .. Given("urgencyReason", statement.UrgencyReason),
        .. Given("constraints", statement.Particulars.Constraints),
        .. Given("wishes", statement.Particulars.Wishes),
        .. Given("vetoes", statement.Particulars.Vetoes),
    ];

    private static IEnumerable<(string Field, string Text)> InLanguages(string field, LocalizedText? text) =>
        [.. Given($"{field}.nb", text?.Nb), .. Given($"{field}.uk", text?.Uk), .. Given($"{field}.en", text?.En)];

    private static IEnumerable<(string Field, string Text)> Given(string field, string? text) => text is null ? [] : [(field, text)];
}
