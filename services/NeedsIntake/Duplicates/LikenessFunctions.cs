namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>
/// The function behind <see cref="TextLikeness"/> beside <see cref="ServiceDefaults.LikenessKey"/>, as the migration DuplicatesFilesAndEvidence makes
/// it. It never changes: a better rule is a function of another name.
/// </summary>
internal static class LikenessFunctions
{
    /// <summary>How alike the most alike two keys are, 0 to 1. That the longer has the words of the shorter counts from 12 letters on.</summary>
    public const string OfKeys = """
        create function likeness_of_keys(ones text[], others text[]) returns double precision
        language sql immutable strict parallel safe
        return (
            select max(greatest(
                similarity(one, other),
                case when least(length(one), length(other)) >= 12
                    then 0.8 * greatest(strict_word_similarity(one, other), strict_word_similarity(other, one)) end))
            from unnest(ones) as a(one), unnest(others) as b(other)
            where one <> '' and other <> '')
        """;
}
