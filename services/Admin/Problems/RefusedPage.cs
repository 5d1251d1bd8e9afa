using Kommunebro.Admin.Asking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Admin.Problems;

/// <summary>What a page says when the service that it needs said no.</summary>
internal static class RefusedPage
{
    /// <summary>Why there is no page.</summary>
    public static ProblemKind KindOf(Refused? refused) => refused?.Kind switch
    {
        // An id that is none names nothing.
        RefusedKind.NotFound or RefusedKind.Invalid => ProblemKind.NotFound,
        RefusedKind.Forbidden => refused.Code == Refused.OwnSideOnly ? ProblemKind.OtherSide : ProblemKind.Forbidden,
        _ => ProblemKind.Unavailable,
    };

    /// <summary>The status of such a page.</summary>
    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden or ProblemKind.OtherSide => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>A page that says so, in place of what is no page.</summary>
    public static RazorComponentResult<ProblemDocument> Of(Refused refused)
    {
        var kind = KindOf(refused);
        return new RazorComponentResult<ProblemDocument>(new { Kind = kind }) { StatusCode = StatusOf(kind) };
    }
}
