namespace Kommunebro.Registry.Texts;

/// <summary>Addresses of pages that people may look up.</summary>
internal static class WebAddress
{
    /// <summary>Whether <paramref name="text"/> can be looked up by one of <paramref name="schemes"/>, and has no password in it.</summary>
    public static bool IsPage(string text, params ReadOnlySpan<string> schemes) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && schemes.Contains(address.Scheme) && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0;
}
