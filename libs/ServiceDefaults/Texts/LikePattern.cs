namespace Kommunebro.ServiceDefaults;

/// <summary>Patterns for ILIKE of what people type, in which no character means anything but itself. The escape is a backslash.</summary>
public static class LikePattern
{
    /// <summary>Fits what has <paramref name="text"/> anywhere.</summary>
    public static string Containing(string text) => $"%{Literally(text)}%";

    /// <summary>Fits what begins with <paramref name="text"/>.</summary>
    public static string StartingWith(string text) => $"{Literally(text)}%";

    private static string Literally(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
