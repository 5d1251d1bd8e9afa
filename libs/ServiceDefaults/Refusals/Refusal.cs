namespace Kommunebro.ServiceDefaults;

/// <summary>What kind of no it is; each has one HTTP status and one gRPC status.</summary>
public enum RefusalKind
{
    /// <summary>The input breaks a rule: 400, InvalidArgument.</summary>
    Invalid,

    /// <summary>The caller may not do this: 403, PermissionDenied.</summary>
    Forbidden,

    /// <summary>There is no such thing, or not for this caller: 404, NotFound.</summary>
    NotFound,

    /// <summary>The thing's state does not allow it: 409, FailedPrecondition.</summary>
    Conflict,

    /// <summary>Somebody changed it meanwhile: 412, Aborted.</summary>
    VersionMismatch,

    /// <summary>The request contradicts an earlier one: 422, InvalidArgument.</summary>
    Unprocessable,

    /// <summary>The caller must say which version it saw: 428, FailedPrecondition.</summary>
    VersionRequired,

    /// <summary>Not now, but a later try may work: 503, Unavailable.</summary>
    Unavailable,
}

/// <summary>One field that breaks one rule.</summary>
/// <param name="Field">Path of the field as the caller wrote it, e.g. "areas[1].level".</param>
/// <param name="Code">Stable code of the rule, e.g. "out_of_range".</param>
/// <param name="Message">What the rule is, for a person.</param>
public sealed record Violation(string Field, string Code, string Message);

/// <summary>A rule says no. The one exception that is not a bug; it becomes problem details or a gRPC status.</summary>
public sealed class Refusal : Exception
{
    /// <summary>Refuses for one reason.</summary>
    /// <param name="kind">What kind of no.</param>
    /// <param name="code">Stable code, snake_case.</param>
    /// <param name="message">For a person: what is wrong and what would be right.</param>
    /// <param name="field">The field at fault, if one is.</param>
    public Refusal(RefusalKind kind, string code, string message, string? field = null)
        : base(message)
    {
        Kind = kind;
        Code = code;
        Violations = field is null ? [] : [new Violation(field, code, message)];
    }

    private Refusal(IReadOnlyList<Violation> violations)
        : base(violations.Count == 1 ? violations[0].Message : $"{violations.Count} fields break a rule.")
    {
        Kind = RefusalKind.Invalid;
        Code = violations.Count == 1 ? violations[0].Code : "invalid_fields";
        Violations = violations;
    }

    /// <summary>What kind of no.</summary>
    public RefusalKind Kind { get; }

    /// <summary>Stable code, snake_case.</summary>
    public string Code { get; }

    /// <summary>The fields at fault; empty when the refusal is about no single field.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>Refuses input for all its faults at once.</summary>
    public static Refusal Invalid(IReadOnlyList<Violation> violations) => new(violations);

    /// <summary>There is no such thing, or not for this caller.</summary>
    public static Refusal NotFound(string code, string message) => new(RefusalKind.NotFound, code, message);
}
