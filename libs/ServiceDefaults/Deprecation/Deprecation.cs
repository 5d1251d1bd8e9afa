using System.Globalization;

namespace Kommunebro.ServiceDefaults;

/// <summary>Says of an endpoint that it will end, since when that is known, and where to go instead. Its answers and the API's description tell it.</summary>
public sealed record Deprecation
{
    /// <summary>How many days partners have at least, from the day on which they are told.</summary>
    public const int LeastDays = 180;

    /// <summary>It is deprecated.</summary>
    /// <param name="since">From when on partners should go elsewhere (from the beginning of the day, UTC).</param>
    /// <param name="sunset">From when on it may answer no longer.</param>
    /// <param name="page">The address of a page, on this origin or elsewhere, that says what to do.</param>
    /// <param name="successor">The address of what takes its place; null when nothing does.</param>
    /// <exception cref="ArgumentException">Partners would have fewer days than were promised, or an address cannot stand in a header.</exception>
    public Deprecation(DateOnly since, DateOnly sunset, string page, string? successor = null)
    {
        if (sunset.DayNumber - since.DayNumber < LeastDays)
            throw new ArgumentException($"An operation lives for {LeastDays} days at least after it was deprecated: {since:O} to {sunset:O}.", nameof(sunset));
        foreach (var address in new[] { page, successor }.OfType<string>())
            if (!address.All(one => one is > ' ' and <= '~' and not ('<' or '>' or '"')) || !Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out _))
                throw new ArgumentException($"'{address}' is no address.", nameof(page));
        (Since, Sunset, Page, Successor) = (since, sunset, page, successor);
    }

    /// <summary>From when on partners should go elsewhere (from the beginning of the day, UTC).</summary>
    public DateOnly Since { get; }

    /// <summary>From when on it may answer no longer.</summary>
    public DateOnly Sunset { get; }

    /// <summary>The address of a page that says what to do.</summary>
    public string Page { get; }

    /// <summary>The address of what takes its place; null when nothing does.</summary>
    public string? Successor { get; }

    /// <summary>The header Deprecation (RFC 9745): a date of structured fields.</summary>
    public string DeprecationHeader => string.Create(CultureInfo.InvariantCulture, $"@{Beginning(Since).ToUnixTimeSeconds()}");

    /// <summary>The header Sunset (RFC 8594).</summary>
    public string SunsetHeader => Beginning(Sunset).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Values of the header Link: the page (RFC 9745) and what takes its place (RFC 5829).</summary>
    public IEnumerable<string> Links => Successor is null
        ? [$"<{Page}>; rel=\"deprecation\"; type=\"text/html\""]
        : [$"<{Page}>; rel=\"deprecation\"; type=\"text/html\"", $"<{Successor}>; rel=\"successor-version\""];

    private static DateTimeOffset Beginning(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
