using NJsonSchema;
using NSwag;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>The API as the running gateway describes it.</summary>
internal sealed class DescribedApi
{
    /// <summary>Where all operations begin.</summary>
    public const string Prefix = "/api/v1/";

    private DescribedApi(OpenApiDocument document)
    {
        Operations = [.. document.Operations.Select(told => new Operation(told.Method.ToUpperInvariant(), told.Path[Prefix.Length..], told.Operation))];
        Problem = document.Components.Schemas["Problem"];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>How every refusal looks.</summary>
    public JsonSchema Problem { get; }

    public static async Task<DescribedApi> ReadAsync(Uri origin)
    {
        using var http = new HttpClient { BaseAddress = origin };
        return new DescribedApi(await OpenApiDocument.FromJsonAsync(await http.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative))));
    }

    /// <summary>The operation that answers at an address; null when none is described.</summary>
    public Operation? At(string verb, string path)
    {
        var segments = path.Split('/');
        return Operations.Where(operation => operation.Verb == verb)
            .Select(operation => (operation, Words: operation.WordsIn(segments)))
            .Where(found => found.Words is not null).OrderByDescending(found => found.Words).FirstOrDefault().operation;
    }
}
