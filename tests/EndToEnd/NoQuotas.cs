namespace Kommunebro.Tests.EndToEnd;

/// <summary>Settings for a platform that one machine asks on everybody's behalf: limits are another test's point.</summary>
internal static class NoQuotas
{
    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Gateway:Limits:Address:Requests"] = "1000000",
        ["Gateway:Limits:Client:Requests"] = "1000000",
        ["Gateway:Limits:SignIn:Requests"] = "1000000",
    };
}
