using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Categories;

/// <summary>A category that comes with the description of a municipality is a decision, too, and stands in the history.</summary>
public sealed class DescribedCategory(RegistryDb db, SuggestCategory suggest, AuditActor actor, TimeProvider clock)
{
    /// <summary>Notes it where it is another than <paramref name="before"/>; the caller saves.</summary>
    public async Task NoteAsync(Municipality municipality, ProgrammeCategory? before, CancellationToken cancellationToken)
    {
        if (municipality.Facts.Category == before) return;
        db.Add(new CategoryDecision(municipality, await suggest.RunAsync(municipality.Code, cancellationToken), null, actor.Who, clock.Now()));
    }
}
