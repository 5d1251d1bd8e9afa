using Google.Rpc;
using Grpc.Core;

namespace Kommunebro.Admin.Asking;

/// <summary>What kind of no a service said.</summary>
public enum RefusedKind { Invalid, Forbidden, NotFound, SignedOut, Conflict, Unavailable }

/// <summary>One field that a service refused.</summary>
public sealed record RefusedField(string Field, string Code, string Message);

/// <summary>A service said no, or nothing.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What the service said, in English.</param>
/// <param name="Violations">The fields at fault.</param>
public sealed record Refused(RefusedKind Kind, string Code, string Message, IReadOnlyList<RefusedField> Violations)
{
    /// <summary>The code of the no to who writes for the other side.</summary>
    public const string OwnSideOnly = "own_side_only";

    /// <summary>Reads google.rpc.Status from what a call threw.</summary>
    public static Refused Of(RpcException error)
    {
        var status = error.GetRpcStatus();
        var code = status?.GetDetail<ErrorInfo>()?.Reason;
        var violations = status?.GetDetail<BadRequest>()?.FieldViolations
            .Select(field => new RefusedField(field.Field, field.Reason, field.Description)).ToList();
        var kind = KindOf(error.StatusCode);
        return new Refused(kind, code ?? (kind == RefusedKind.Unavailable ? "temporarily_unavailable" : "refused"), error.Status.Detail, violations ?? []);
    }

    // What is neither a rule's no nor a missing right is a failure of the other side: it may work later.
    private static RefusedKind KindOf(StatusCode status) => status switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange => RefusedKind.Invalid,
        StatusCode.PermissionDenied => RefusedKind.Forbidden,
        StatusCode.NotFound => RefusedKind.NotFound,
        StatusCode.Unauthenticated => RefusedKind.SignedOut,
        StatusCode.FailedPrecondition or StatusCode.Aborted or StatusCode.AlreadyExists => RefusedKind.Conflict,
        _ => RefusedKind.Unavailable,
    };
}
