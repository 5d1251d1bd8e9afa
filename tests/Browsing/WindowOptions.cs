using Microsoft.Playwright;

namespace Kommunebro.Testing.Browsing;

/// <summary>How somebody looks at the pages.</summary>
public sealed record WindowOptions
{
    public string Language { get; init; } = "en";

    public ColorScheme Theme { get; init; } = ColorScheme.Light;

    public int Width { get; init; } = 1280;

    public bool Script { get; init; } = true;
}
