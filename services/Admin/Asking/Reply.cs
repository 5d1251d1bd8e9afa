using Grpc.Core;

namespace Kommunebro.Admin.Asking;

/// <summary>A service's answer, or why there is none. A page shows the one or the other, and never breaks.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Refused">Why there is none.</param>
public sealed record Reply<T>(T? Value, Refused? Refused)
    where T : class
{
    /// <summary>The same with what <paramref name="choose"/> takes from the answer.</summary>
    public Reply<TOther> Select<TOther>(Func<T, TOther> choose)
        where TOther : class => new(Value is null ? null : choose(Value), Refused);
}

/// <summary>Turns calls into replies.</summary>
public static class Replies
{
    /// <summary>Waits for the answer.</summary>
    public static async Task<Reply<T>> ReplyAsync<T>(this AsyncUnaryCall<T> call)
        where T : class
    {
        try
        {
            return new Reply<T>(await call, null);
        }
        catch (RpcException refused)
        {
            return new Reply<T>(null, Refused.Of(refused));
        }
    }
}
