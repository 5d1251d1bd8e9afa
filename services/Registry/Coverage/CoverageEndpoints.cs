using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Coverage;

/// <summary>REST: /api/v1/coverage.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this RouteGroupBuilder api) => api
        .MapGet("/coverage", GetAsync)
        .RequireAccess(AccessPolicies.InitiativesRead)
        .WithName("GetCoverage")
        .WithSummary("How many hromadas are helped by somebody, and how many by nobody")
        .WithDescription("By oblast and programme category: initiatives that help today, and for staff partnerships of this platform. Partners are told of hromadas outside the war alone, and of no number below 5, nor one from which it would follow: null.");

    private static Task<HelpCoverageView> GetAsync(string? lang, GetCoverage get, HttpContext http, CancellationToken cancellationToken) =>
        get.RunAsync(ReaderLanguage.Of(lang, http), cancellationToken);
}
