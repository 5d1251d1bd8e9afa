using System.Collections.Concurrent;
using Grpc.Core;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>What the backends were asked, by whom, in which language; and what they shall answer instead of their data.</summary>
public sealed class Heard
{
    private readonly ConcurrentQueue<(object Request, string Token, string Language)> _calls = new();
    private readonly ConcurrentDictionary<Type, RpcException> _refusals = new();

    public IReadOnlyList<T> Of<T>() => [.. _calls.Select(call => call.Request).OfType<T>()];

    public (string Token, string Language) CallerOf<T>()
    {
        var call = _calls.Last(call => call.Request is T);
        return (call.Token, call.Language);
    }

    /// <summary>From now on such a request is refused.</summary>
    public void Refuse<T>(RpcException refusal) => _refusals[typeof(T)] = refusal;

    /// <summary>From now on such a request is answered again.</summary>
    public void Allow<T>() => _refusals.TryRemove(typeof(T), out _);

    /// <summary>Notes a call, and throws what was prepared for it.</summary>
    public void Note(object request, ServerCallContext context)
    {
        var headers = context.RequestHeaders;
        _calls.Enqueue((request, (headers.GetValue("authorization") ?? "").Replace("Bearer ", "", StringComparison.Ordinal), headers.GetValue("accept-language") ?? ""));
        if (headers.GetValue("authorization") is null)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "no token"));
        if (_refusals.TryGetValue(request.GetType(), out var refusal))
            throw refusal;
    }
}
