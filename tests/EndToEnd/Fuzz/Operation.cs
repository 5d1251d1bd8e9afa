using NSwag;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>An operation as the description tells it.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Path">The path's template below /api/v1.</param>
/// <param name="Told">Parameters, bodies and answers.</param>
internal sealed record Operation(string Verb, string Path, OpenApiOperation Told)
{
    /// <summary>As the walk's tables call it.</summary>
    public string Call => $"{Verb} {Path}";

    /// <summary>What its path names: the template up to the last placeholder; null when it names no single thing.</summary>
    public string? Kind { get; } = Path.LastIndexOf('}') is >= 0 and var end ? KindOf(Path[..(end + 1)]) : null;

    /// <summary>The name of the path's last placeholder.</summary>
    public string? Placeholder { get; } = Path.LastIndexOf('{') is >= 0 and var begin ? Path[(begin + 1)..Path.LastIndexOf('}')] : null;

    /// <summary>Whether it takes this header.</summary>
    public bool Takes(string header) => Told.ActualParameters.Any(parameter => parameter.Kind == OpenApiParameterKind.Header && parameter.Name == header);

    /// <summary>A template whose placeholders have no names, as two operations may give them two.</summary>
    public static string KindOf(string template) =>
        string.Join('/', template.Split('/').Select(segment => IsPlaceholder(segment) ? "{}" : segment));

    /// <summary>How many segments are the template's own words when it fits <paramref name="path"/>; null when it does not.</summary>
    public int? WordsIn(string[] path)
    {
        var template = Path.Split('/');
        return template.Length == path.Length && template.Zip(path).All(pair => IsPlaceholder(pair.First) || pair.First == pair.Second)
            ? template.Count(segment => !IsPlaceholder(segment))
            : null;
    }

    public override string ToString() => Call;

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');
}
