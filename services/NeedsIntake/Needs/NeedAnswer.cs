using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>How REST answers with a need: what the reader may see, and the ETag.</summary>
internal static class NeedAnswer
{
    public static Ok<NeedView> Of(HttpContext http, NeedView need)
    {
        ETag.Set(http, need.Version);
        return TypedResults.Ok(need);
    }
}
