using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A draft as protobuf says it.</summary>
internal static class DraftMessage
{
    public static Contracts.Needs.V1.NeedDraft Of(KeptDraft kept)
    {
        var message = new Contracts.Needs.V1.NeedDraft
        {
            DraftId = kept.Draft.Id.ToString(),
            Version = kept.Draft.Version,
            HromadaNames = NeedDetailMessage.ToText(kept.Hromada.Names),
            Missing = { kept.Missing.Select(OfMissing) },
            Asked = { NeedGuidance.AskedOf(kept.Draft.Content) },
            ChangedAt = NeedDetailMessage.Moment(kept.Draft.ChangedAt),
        };
        foreach (var (path, text) in NeedForm.Write(kept.Draft.Content))
            message.Fields[path] = text;
        return message;
    }

    /// <summary>What a need lacks.</summary>
    public static MissingField OfMissing(GuidanceItem item) =>
        new() { Field = item.Field, Why = NeedDetailMessage.ToText(item.Why), Demanded = item.Demanded };
}
