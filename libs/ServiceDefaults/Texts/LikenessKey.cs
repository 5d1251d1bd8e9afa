namespace Kommunebro.ServiceDefaults;

/// <summary>
/// A function in PostgreSQL by which texts are found across scripts and spellings, for the migrations of databases that need it. It never
/// changes, since generated columns keep what it gave: a better rule is a function of another name, with columns of its own.
/// </summary>
public static class LikenessKey
{
    /// <summary>
    /// The key of a text: small Latin letters and digits in words. Ukrainian letters become those by which resolution 55 of the
    /// Cabinet of Ministers (27 January 2010), scientific transliteration and habit write them, each sound as one letter (х, kh, x and h
    /// are h; ч, ц, ch and ts are c); a soft sign, an apostrophe, a doubled letter and a j-sound before a vowel are left out, since
    /// spellings differ most in these.
    /// </summary>
    public const string Create = """
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

    /// <summary>Takes the function away.</summary>
    public const string Drop = "drop function likeness_key(text)";
}
