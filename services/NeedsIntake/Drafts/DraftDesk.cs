using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A draft, its hromada, and what it lacks.</summary>
internal sealed record KeptDraft(NeedDraft Draft, KnownMunicipality Hromada, IReadOnlyList<GuidanceItem> Missing);

/// <summary>What all use cases of drafts have in common: whose it is, and what it lacks.</summary>
internal sealed class DraftDesk(NeedsIntakeDb db, ActingFor<NeedsIntakeDb> acting, NeedRules rules)
{
    /// <summary>The draft <paramref name="id"/> and its hromada.</summary>
    /// <exception cref="Refusal">Not found draft_not_found, also of a hromada that the caller does not act for.</exception>
    public async Task<(NeedDraft Draft, KnownMunicipality Hromada)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Drafts.Where(draft => draft.Id == id)
            .Join(db.Municipalities, draft => draft.MunicipalityId, known => known.Id, (draft, known) => new { Draft = draft, Hromada = known })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && await acting.IncludesAsync(found.Hromada.Code, cancellationToken)
            ? (found.Draft, found.Hromada)
            : throw NotFound();
    }

    /// <summary>The need that the draft <paramref name="id"/> has become; null when it is none, or of a hromada that the caller does not act for.</summary>
    public async Task<Guid?> NeedOfAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Drafts.IgnoreQueryFilters().Where(draft => draft.Id == id && draft.Became != null)
            .Join(db.Municipalities, draft => draft.MunicipalityId, known => known.Id, (draft, known) => new { draft.Became, known.Code })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && await acting.IncludesAsync(found.Code, cancellationToken) ? found.Became : null;
    }

    /// <summary>The refusal of an id that no draft has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("draft_not_found", "There is no such draft.");

    /// <summary>The hromada of a draft that is written over what was <paramref name="kept"/>, and what it lacks. What is there must be right.</summary>
    /// <exception cref="Refusal">Invalid, with everything that is wrong; unavailable directory_not_ready.</exception>
    public async Task<(KnownMunicipality Hromada, IReadOnlyList<GuidanceItem> Missing)> ReadAsync(
        NeedRequest content, CancellationToken cancellationToken, NeedDraft? kept = null)
    {
        var hromada = await rules.RequireHromadaAsync(content.Municipality, cancellationToken);
        return (hromada, await MissingAsync(content, kept, cancellationToken));
    }

    /// <summary>How the need of a draft came, as it was kept: a partner goes on with what AUC wrote after a call, and may leave that as it is.</summary>
    public static NeedSource? SourceOf(NeedDraft? kept) => new Rules().Choice<NeedSource>(kept?.Content.Source, "source");

    /// <summary>What <paramref name="content"/> lacks.</summary>
    /// <exception cref="Refusal">Invalid, with what is there and wrong.</exception>
    private async Task<IReadOnlyList<GuidanceItem>> MissingAsync(NeedRequest content, NeedDraft? kept, CancellationToken cancellationToken)
    {
        var (missing, wrong) = await LookAsync(content, kept, cancellationToken);
        return wrong.Count > 0 ? throw Refusal.Invalid(wrong) : missing;
    }

    /// <summary>What <paramref name="content"/> lacks, and what is there and wrong.</summary>
    public async Task<(IReadOnlyList<GuidanceItem> Missing, IReadOnlyList<Violation> Wrong)> LookAsync(
        NeedRequest content, NeedDraft? kept, CancellationToken cancellationToken)
    {
        try
        {
            return (NeedGuidance.Of((await rules.CheckAsync(content, cancellationToken, SourceOf(kept))).Statement), []);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            return (
                [.. refusal.Violations.Where(violation => IsMissing(violation, content))
                    .Select(violation => new GuidanceItem(violation.Field, Demanded: true, GuidanceTexts.Of(violation.Field)))],
                [.. refusal.Violations.Where(violation => !IsMissing(violation, content))]);
        }
    }

    private static bool IsMissing(Violation violation, NeedRequest content) =>
        violation.Code == "missing_field" || (violation.Field == "languages" && content.Languages is null or { Count: 0 });
}
