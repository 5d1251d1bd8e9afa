using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Initiatives as protobuf says them.</summary>
internal static class InitiativeMessages
{
    private static readonly string[] All = ["revise", "end", "withdraw"];

    public static V1.InitiativeDetail ToDetail(this InitiativeView initiative, bool mayWrite) => new()
    {
        InitiativeId = $"{initiative.Id}",
        Version = initiative.Version,
        Content = Content(initiative),
        HromadaName = initiative.Hromada?.Name ?? "",
        PartnerName = initiative.Partner?.Name ?? "",
        Helps = initiative.Helps == true,
        Origin = EnumName.Of(initiative.Origin),
        RecordedAt = initiative.RecordedAt is { } recorded ? StaffMessages.Moment(recorded) : "",
        ChangedAt = initiative.ChangedAt is { } changed ? StaffMessages.Moment(changed) : "",
        Steps = { mayWrite && initiative.Status is not (InitiativeStatus.Ended or InitiativeStatus.Withdrawn) ? All : [] },
        Masked = { initiative.Masked },
    };

    /// <summary>The request that says what a message does.</summary>
    /// <exception cref="Refusal">invalid_date.</exception>
    public static InitiativeRequest ToRequest(this V1.InitiativeContent content)
    {
        var rules = new Rules();
        var request = new InitiativeRequest(
            content.HromadaCode,
            new PartnerInput(StaffMessages.Given(content.PartnerCode), StaffMessages.Given(content.PartnerName), StaffMessages.Given(content.PartnerCountry)),
            StaffMessages.Given(content.Kind),
            StaffMessages.Given(content.Programme),
            StaffMessages.Given(content.Status),
            new SourceInput(rules.Day(content.SourceDate, "source.date"), StaffMessages.Given(content.SourceName), StaffMessages.Given(content.SourceAddress)),
            rules.Day(content.Since, "since"),
            rules.Day(content.Until, "until"),
            StaffMessages.Given(content.Reference),
            StaffMessages.Given(content.Sensitivity));
        rules.Enforce();
        return request;
    }

    private static V1.InitiativeContent Content(InitiativeView initiative) => new()
    {
        HromadaCode = initiative.Hromada?.Code ?? "",
        PartnerCode = initiative.Partner?.Code ?? "",
        PartnerName = initiative.Partner is { Code: null } outside ? outside.Name : "",
        PartnerCountry = initiative.Partner?.Country ?? "",
        Kind = EnumName.Of(initiative.Kind),
        Programme = EnumName.Of(initiative.Programme),
        Status = EnumName.Of(initiative.Status),
        Since = StaffMessages.Day(initiative.Since),
        Until = StaffMessages.Day(initiative.Until),
        Reference = initiative.Reference ?? "",
        SourceName = initiative.Source?.Name ?? "",
        SourceAddress = initiative.Source?.Address ?? "",
        SourceDate = StaffMessages.Day(initiative.Source?.Date),
        Sensitivity = EnumName.Of(initiative.Sensitivity),
    };
}
