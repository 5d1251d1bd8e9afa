using NSwag;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Breaks a request in one place.</summary>
internal sealed class Mutations(Random random)
{
    private readonly BodyMutations _bodies = new(random);

    public FuzzedRequest Apply(FuzzedRequest request)
    {
        var kinds = new List<Func<FuzzedRequest, FuzzedRequest>> { ChangeHeader, ChangeQuery };
        if (request.Ids.Count > 0)
            kinds.Add(ChangePath);
        if (request.Body is not null)
            kinds.AddRange([_bodies.Apply, _bodies.Apply, _bodies.Apply]);
        return random.One(kinds)(request);
    }

    private FuzzedRequest ChangePath(FuzzedRequest request)
    {
        var segments = request.Path.Split('/');
        segments[random.Next(segments.Length)] = random.One(HostileValues.Segments);
        return request with { Path = string.Join('/', segments) };
    }

    private FuzzedRequest ChangeQuery(FuzzedRequest request)
    {
        var told = request.Operation.Told.ActualParameters
            .Where(parameter => parameter.Kind == OpenApiParameterKind.Query).Select(parameter => parameter.Name).ToList();
        var name = told.Count == 0 || random.Next(8) == 0 ? Uri.EscapeDataString(Short(random.One(HostileValues.Texts))) : random.One(told);
        var value = random.Next(3) == 0 ? random.One(HostileValues.Segments) : Uri.EscapeDataString(Short(random.One(HostileValues.Texts)));
        var others = random.Next(4) == 0 ? request.Query : request.Query.Where(pair => pair.Name != name);
        return request with { Query = [.. others, (name, value)] };
    }

    private FuzzedRequest ChangeHeader(FuzzedRequest request)
    {
        var (name, value) = random.Next(3) switch
        {
            0 when request.Operation.Takes("If-Match") => ("If-Match", random.One(HostileValues.Versions)),
            1 when request.Operation.Takes("Idempotency-Key") => ("Idempotency-Key", random.One(HostileValues.Keys)),
            _ => random.One(HostileValues.Headers),
        };
        var others = request.Headers.Where(header => header.Name != name);
        return request with { Headers = value == "-" ? [.. others] : [.. others, (name, value)] };
    }

    /// <summary>What fits into a line of a request: longer ones are refused before anybody reads them.</summary>
    private static string Short(string text) => text.Length > 600 ? text[..600] : text;
}
