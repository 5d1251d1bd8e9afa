using System.Collections.Frozen;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// A language's two-letter code, lower case: the code tables of ISO 639-1 (Library of Congress). The whole list is here
/// because "ua", "dk" and "cz", which are countries, are the usual mistakes for "uk", "da" and "cs".
/// </summary>
public static class LanguageCode
{
    private static readonly FrozenSet<string> Codes = (
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es " +
        "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki " +
        "kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no " +
        "nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te " +
        "tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="code"/> is in the list.</summary>
    public static bool IsKnown(string? code) => code is not null && Codes.Contains(code);

    /// <summary>Notes unknown_language when <paramref name="code"/> is not in the list.</summary>
    public static Rules Language(this Rules rules, string? code, string field) => rules.Check(
        IsKnown(code), field, "unknown_language", "A language is two lower-case letters of ISO 639-1, such as nb, uk or en.");
}
