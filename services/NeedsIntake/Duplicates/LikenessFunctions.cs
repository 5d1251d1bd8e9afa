namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>
/// The functions behind <see cref="TextLikeness"/>, as the migration DuplicatesFilesAndEvidence makes them. They never change: a better rule
/// is a function of another name, with columns of its own.
/// </summary>
internal static class LikenessFunctions
{
    /// <summary>
    /// The key of a text: small Latin letters and digits in words. Ukrainian letters become those by which resolution 55 of the
    /// Cabinet of Ministers (27 January 2010), scientific transliteration and habit write them, each sound as one letter (х, kh, x and h
    /// are h; ч, ц, ch and ts are c); a soft sign, an apostrophe, a doubled letter and a j-sound before a vowel are left out, since
    /// spellings differ most in these.
    /// </summary>
    public const string Key = """
        create function likeness_key(value text) returns text
        language sql immutable strict parallel safe
        return trim(
            regexp_replace(
            regexp_replace(
            regexp_replace(
            regexp_replace(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                translate(
                    lower(normalize(value, NFC) collate "und-x-icu"),
                    'абвгґдеєжзиіїйклмнопрстуфхцчшщюяыэёўæøåäöéèüšžčćjywgqx' || 'ьъ''’ʼ`′ʹ',
                    'abvhhdeezziiiiklmnoprstufhccssuaieeueoaaoeeuszcciivhkh'),
                'kh', 'h'), 'zhh', 'z'), 'shch', 's'), 'sch', 's'), 'sh', 's'), 'ch', 'c'), 'zh', 'z'), 'ts', 'c'), 'tz', 'c'), 'ck', 'k'), 'ph', 'f'), 'sc', 's'),
                '[^a-z0-9]+', ' ', 'g'),
                '([a-z])\1+', '\1', 'g'),
                'i([aeou])', '\1', 'g'),
                '([a-z])\1+', '\1', 'g'))
        """;

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
