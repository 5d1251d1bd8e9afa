using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>What programs send that are broken, hurried or hostile.</summary>
internal static class HostileValues
{
    /// <summary>Stands in a JSON text for a surrogate without its other half, which no string of ours can hold.</summary>
    public const string LoneSurrogate = "~lone~surrogate~";

    /// <summary>Texts.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "\t\r\n", "\0", "a\0b", $"a{LoneSurrogate}b", "\u202Etxt.exe", "\u200F\u061C\u2067abc\u2069", "\uFEFFa", "\uFFFE\uFFFF", "e\u0301\u0301\u0301",
        "👩‍👩‍👧‍👦🇺🇦🇳🇴", "ﷺ", "İıſK", "ß", "Ⅷ", "１２", "٣", new string('a', 300), new string('я', 5_000),
        new string('x', 70_000), string.Concat(Enumerable.Repeat("a\u0301", 3_000)),
        "' OR 1=1 --", "'; DROP TABLE needs; --", "%", "_", "\\", "\\'", "{0}", "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>", "../../etc/passwd",
        "null", "true", "NaN", "-0", "1e309", "0x10", "01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10", "{01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10}",
        "2026-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "2026-01-15T25:00:00Z", "2026-01-15T09:30:00+99:00",
        "-1-1-1", "2026-W03", "15.01.2026",
        "http://[::1]:80", "https://user:pass@a.example/", "https://xn--/", "javascript:alert(1)", "a@b", "\"a b\"@c.example", "UA00000000000000000",
        "UA61020050000098539\0", "9999",
        "superseded_by_nobody", "Verified", "VERIFIED ", "de", "zz-ZZ-x-private", "+47 99 99 99 99 99 99",
    ];

    /// <summary>Values of all kinds, as JSON writes them.</summary>
    public static readonly IReadOnlyList<string> Literals =
    [
        "null", "true", "false", "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "99999999999999999999999999999999", "0.1", "-0.0", "1e308", "1e309", "1E-400", "3.9999999999999999", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":1}",
        "[1,\"a\",null,{}]", "{\"en\":null}", "{\"\":\"\"}", "{\"en\":{\"en\":\"a\"}}",
    ];

    /// <summary>Parts of an address as they are sent, coded or not; %00 is not among them, as the server itself ends such a connection.</summary>
    public static readonly IReadOnlyList<string> Segments =
    [
        "..", ".", "%2e%2e", "%2f", "..%2f..", "%5c", "%ff", "%c0%ae", "%ed%a0%80", "%zz", "%", "%25", "%20", "a%0d%0ab", ";", "a;b=c", "~", "*",
        "(", "@", "0", "-1",
        "00000000-0000-0000-0000-000000000000", "01999C4E-7D42-7C1F-B1A3-5F0D2F6E8A10", "01999c4e7d427c1fb1a35f0d2f6e8a10",
        "%7B01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10%7D",
        "99999999999999999999", "1e5", "%D0%A5", "%E2%80%AE", "%F0%9F%87%BA", "UA00000000000000000", "UA61020050000098539%20", "ua61020050000098539",
        "4223.", "null", new('a', 3_000),
    ];

    /// <summary>Versions.</summary>
    public static readonly IReadOnlyList<string> Versions =
        ["*", "1", "\"\"", "\"0\"", "\"-1\"", "\"1", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"1e3\"", "\"0x1\"", "\"а\"", "\" 1\"",
        "\"9223372036854775807\"", "\"2147483648\"", "-", ""];

    /// <summary>Idempotency keys.</summary>
    public static readonly IReadOnlyList<string> Keys = ["", " ", "a b", "ключ", new('k', 100), new('k', 101), new('k', 4_000), "'--", "\"quoted\"", "a,b", "\u007F"];

    /// <summary>Headers beside those that an operation takes.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Headers =
    [
        ("Accept-Language", "xx"), ("Accept-Language", "*;q=0"), ("Accept-Language", "nb;q=x,uk;q=9"), ("Accept-Language", new string('n', 3_000)),
        ("Accept", "application/xml"),
        ("Accept", "nonsense"), ("Accept-Encoding", "zstd;q=0, *;q=0"), ("Content-Encoding", "gzip"), ("Content-Encoding", "nonsense"), ("Range", "bytes=5-1"),
        ("If-None-Match", "\"1\""), ("If-Modified-Since", "yesterday"), ("traceparent", "00-0-0-00"), ("tracestate", "a=b=c"), ("baggage", "=;"),
        ("Cookie", "a=b; =c; kommunebro-sign-in=x"),
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "not an address"), ("X-Forwarded-Host", "evil.test"), ("X-Forwarded-Prefix", "/x"),
        ("Prefer", "return=minimal"), ("TE", "trailers"),
        ("Idempotency-Key", "on-a-read"), ("If-Match", "\"1\""),
    ];

    /// <summary>What a body may say that it is, and mostly is not.</summary>
    public static readonly IReadOnlyList<string?> MediaTypes =
    [
        null, "", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json;charset=nonsense",
        "application/problem+json", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "multipart/form-data", "nonsense", "application/grpc", "image/png", "text/csv; charset=windows-1251",
        "application/json; charset=utf-8",
    ];

    /// <summary>Whole bodies.</summary>
    public static readonly IReadOnlyList<string> Bodies =
        ["", " ", "null", "true", "0", "\"text\"", "[]", "{}", "[{}]", "{", "}", "{\"a\":", "{\"a\":1,}", "{'a':1}", "{\"a\":1}{}", "// {}",
        "\uFEFF{}", "{\"\\ud800\":1}", $"{new string('[', 5_000)}", "%PDF-1.4", "PK\u0003\u0004"];

    /// <summary>One of them.</summary>
    public static T One<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A value of any kind for a field.</summary>
    public static JsonNode? Any(Random random) => random.Next(2) == 0 ? JsonValue.Create(random.One(Texts)) : JsonNode.Parse(random.One(Literals));
}
