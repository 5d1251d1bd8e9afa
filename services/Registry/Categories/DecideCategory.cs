using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Categories;

/// <summary>A decision on a category.</summary>
/// <param name="Category">outside_war_zone or war_zone.</param>
/// <param name="Reason">Why, at most 4,000 characters, without personal data.</param>
public sealed record DecideCategoryRequest(ProgrammeCategory Category, string Reason);

/// <summary>Takes down what a person decides; also where it is what was decided before, since the reason may be another.</summary>
public sealed class DecideCategory(RegistryDb db, SuggestCategory suggest, FindCategory find, AuditActor actor, TimeProvider clock)
{
    /// <summary>Decides on the hromada with <paramref name="code"/>.</summary>
    /// <exception cref="Refusal">cyrillic_letters, municipality_not_found, only_for_hromadas, a version, or the reason.</exception>
    public async Task<CategoryView> RunAsync(string code, DecideCategoryRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        new Rules()
            .Required(!string.IsNullOrWhiteSpace(request.Reason), "reason", "A decision has a reason.")
            .Block(request.Reason, "reason")
            .Enforce();
        if (CyrillicLetters.FaultOf(code) is { } fault)
            throw new Refusal(RefusalKind.Invalid, fault.Code, fault.Message, "code");
        var hromada = await db.Municipalities.SingleOrDefaultAsync(known => known.Code == code, cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "No municipality has this code.");
        FindCategory.RequireHromada(hromada);
        requireVersion(hromada.Version);
        var before = hromada.Facts.Category;
        hromada.Decide(request.Category);
        db.Enqueue(hromada.ToMessage());
        db.Add(new CategoryDecision(hromada, await suggest.RunAsync(code, cancellationToken), request.Reason.Trim(), actor.Who, clock.Now()));
        db.Audit("municipality.category", "municipality", $"{hromada.Id}", new { Category = before }, new { hromada.Facts.Category });
        await db.SaveChangesAsync(cancellationToken);
        return await find.RunAsync(code, cancellationToken);
    }
}
