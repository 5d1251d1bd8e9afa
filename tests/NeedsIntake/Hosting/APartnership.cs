using Kommunebro.Contracts.Matching;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>What matching says of a partnership that serves a need.</summary>
public static class APartnership
{
    public static PartnershipChanged Of(Answer need, PartnershipStage stage) => Of(Guid.CreateVersion7(), 1, stage, Guid.Parse(need.Id));

    public static PartnershipChanged Of(Guid id, long version, PartnershipStage stage, params Guid[] needs) => new(
        id,
        version,
        PartnershipEvent.StageReached,
        stage,
        stage is PartnershipStage.LetterOfIntent or PartnershipStage.AcuteHelp or PartnershipStage.Active,
        Places.Vinnytsia.MunicipalityId,
        Guid.CreateVersion7(),
        needs,
        20,
        null);

    public static PartnershipChanged Half(Guid id, long version, PartnershipStage stage, Guid need) => Of(id, version, stage, need) with { Quarters = [2] };
}
