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
        .WithDescription("By oblast and programme category; partnerships of this platform and initiatives of all others that help today. Partners see no number below 5, nor one from which it would follow: null.");

    private static Task<HelpCoverageView> GetAsync(string? lang, GetCoverage get, HttpContext http, CancellationToken cancellationToken) =>
        get.RunAsync(ReaderLanguage.Of(lang, http), cancellationToken);
}
