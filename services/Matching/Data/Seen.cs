using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Data;

/// <summary>The version that the caller of a step saw, wherever it said so.</summary>
/// <param name="Require">Refuses as version_mismatch when the current version is another one.</param>
internal sealed record Seen(Action<long> Require)
{
    /// <summary>The caller cannot know a version: whoever answers by a link has seen only the question.</summary>
    public static Seen Nothing { get; } = new(_ => { });

    /// <summary>By If-Match.</summary>
    public static Seen In(HttpContext http) => new(current => IfMatch.Require(http, current));

    /// <summary>By a field of the message.</summary>
    public static Seen Version(long version) => new(current => IfMatch.Require(version, current));
}
