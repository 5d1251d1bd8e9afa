namespace Kommunebro.Registry.Registers;

/// <summary>Addresses of websites, which registers often write without their scheme.</summary>
internal static class Websites
{
    /// <summary>The whole address; null where it is none.</summary>
    public static string? Of(string text)
    {
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0
            ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : null;
    }
}
