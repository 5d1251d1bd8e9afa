using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Texts;

/// <summary>What an address of a page holds to.</summary>
internal static class WebAddresses
{
    private const int Longest = 500;

    /// <summary>Takes an address that can be looked up and has no password in it; notes invalid_address and what breaks the rules of a line.</summary>
    /// <returns>The address; null when none was given.</returns>
    public static string? WebAddress(this Rules rules, string? address, string field, bool secure = false)
    {
        var given = rules.Line(address, field, Longest) is { Length: > 0 } line ? line : null;
        rules.Check(
            given is null || IsAddress(given, secure), field, "invalid_address", secure ? "This is no https address of a page." : "This is no address of a page.");
        return given;
    }

    private static bool IsAddress(string text, bool secure) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == "https" || (address.Scheme == "http" && !secure)) && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0;
}
