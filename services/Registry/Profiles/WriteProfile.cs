using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Profiles;

/// <summary>Says anew what a municipality says of itself.</summary>
internal sealed class WriteProfile(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Writes the profile of the municipality with <paramref name="code"/>; the same again changes nothing.</summary>
    /// <param name="code">Official code.</param>
    /// <param name="request">All of it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets: 0 before the first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">municipality_not_found, also for one for which the caller does not act; own_side_only; a version; fields.</exception>
    public async Task RunAsync(string code, ProfileRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var municipality = await db.ActedForAsync(code, acting, cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "No municipality has this code.");
        caller.RequireSide(municipality.Country);
        var profile = await db.Profiles.SingleOrDefaultAsync(one => one.MunicipalityId == municipality.Id, cancellationToken);
        requireVersion(profile?.Version ?? 0);
        var (facts, geography) = ProfileRules.Take(request, municipality, clock.KyivToday());
        var before = profile is null ? null : Audited(profile);
        profile ??= db.Add(new MunicipalityProfile(municipality.Id)).Entity;
        if (!profile.Describe(facts, geography, request.WorkingLanguages ?? []))
            return;
        db.Audit("profile.write", "municipality", $"{municipality.Id}", before, Audited(profile));
        await SaveAsync(cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(ProfileMapping.Key))
        {
            IfMatch.Require(0, 1);
        }
    }

    private static object Audited(MunicipalityProfile profile) => new { profile.Version, profile.Facts, profile.Geography, profile.WorkingLanguages };
}
