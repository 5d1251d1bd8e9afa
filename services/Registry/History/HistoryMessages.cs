using Kommunebro.Registry.Categories;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Registry.History;

/// <summary>What was said when, as protobuf says it.</summary>
internal static class HistoryMessages
{
    public static V1.HistoricFigure ToMessage(FigureView figure) => new()
    {
        Name = EnumName.Of(figure.Name),
        Value = figure.Value ?? "",
        Masked = figure.Masked.Count > 0,
        AsOf = StaffMessages.Day(figure.AsOf),
        Current = figure.Current,
        Register = figure.Register,
        Source = figure.Source,
        RecordedAt = StaffMessages.Moment(figure.RecordedAt),
    };

    public static V1.CodeStep ToMessage(SuccessionStep step) => new()
    {
        On = StaffMessages.Day(step.On),
        FromCode = step.From.Code,
        FromName = step.From.Name ?? "",
        ToCode = step.To.Code,
        ToName = step.To.Name ?? "",
    };

    public static V1.TerritoryOnDay ToMessage(this TerritoryView territory) => new()
    {
        On = StaffMessages.Day(territory.On),
        AsKnownOn = StaffMessages.Day(territory.AsKnownOn),
        Status = EnumName.Of(territory.Status),
        Coverage = EnumName.Of(territory.Coverage),
        Edition = territory.Edition is { } edition
            ? new V1.TerritoryEdition
            {
                Order = edition.Order, PublishedOn = StaffMessages.Day(edition.PublishedOn), Revision = edition.Revision, RecordedAt = StaffMessages.Moment(edition.RecordedAt),
            }
            : null,
        Periods = { territory.Periods.Select(ToMessage) },
        Settlements = territory.Settlements?.Known ?? 0,
        Shares = { (territory.Settlements?.Listed ?? []).Select(share => new V1.TerritoryShare { Status = EnumName.Of(share.Status), Settlements = share.Settlements }) },
    };

    public static V1.CategoryHistory ToMessage(this CategoryView category) => new()
    {
        Category = Name(category.Category),
        Suggested = Name(category.Suggested),
        Version = category.Version,
        Decisions =
        {
            category.Decisions.Select(decision => new V1.CategoryDecision
            {
                Category = Name(decision.Category), Suggested = Name(decision.Suggested), Reason = decision.Reason ?? "", DecidedBy = decision.DecidedBy,
                DecidedAt = StaffMessages.Moment(decision.DecidedAt),
            }),
        },
    };

    private static V1.TerritoryPeriod ToMessage(PeriodView period) => new()
    {
        Unit = period.Unit,
        Name = period.Name,
        Status = EnumName.Of(period.Status),
        Coverage = EnumName.Of(period.Coverage),
        From = StaffMessages.Day(period.From),
        Until = StaffMessages.Day(period.Until),
    };

    private static string Name<T>(T? value) where T : struct, Enum => value is { } given ? EnumName.Of(given) : "";
}
