using Google.Rpc;
using Grpc.Core;

namespace Kommunebro.Testing;

/// <summary>How a gRPC call was refused.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">Our stable code; null where the refusal has none, such as for a missing token.</param>
/// <param name="Faults">The fields at fault with their own codes.</param>
public sealed record GrpcRefusal(StatusCode Status, string? Code, IReadOnlyList<(string Field, string Code)> Faults)
{
    /// <summary>Makes a call that must be refused.</summary>
    /// <exception cref="InvalidOperationException">It was answered.</exception>
    public static async Task<GrpcRefusal> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            using (call)
                await call;
        }
        catch (RpcException refused)
        {
            var status = refused.GetRpcStatus();
            return new GrpcRefusal(
                refused.StatusCode,
                status?.GetDetail<ErrorInfo>()?.Reason,
                [.. (status?.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(fault => (fault.Field, fault.Reason))]);
        }

        throw new InvalidOperationException("The call was answered.");
    }
}
