using System.Globalization;
using Kommunebro.Contracts;
using ParticularsOfNeed = Kommunebro.Contracts.Needs.V1.NeedParticulars;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What a hromada added to its need, as protobuf says it.</summary>
internal static class ParticularsMessage
{
    public static ParticularsOfNeed Of(NeedView view)
    {
        var message = new ParticularsOfNeed
        {
            Kind = NeedDetailMessage.Name(view.Kind),
            Quantity = Number(view.Quantity?.Requested),
            Unit = NeedDetailMessage.Name(view.Quantity?.Unit),
            QuantityFulfilled = Number(view.Quantity?.Fulfilled),
            Season = NeedDetailMessage.Name(view.Season),
            Readiness = NeedDetailMessage.Name(view.Readiness),
            DreamId = view.DreamId ?? "",
            RdnaSector = NeedDetailMessage.Name(view.RdnaSector),
            Cost = Number(view.Cost?.Estimated),
            Currency = view.Cost?.Currency ?? "",
            OwnContribution = Number(view.Cost?.OwnContribution),
            Constraints = view.Constraints ?? "",
            Wishes = view.Wishes ?? "",
            Vetoes = view.Vetoes ?? "",
            LocationPrecision = NeedDetailMessage.Name(view.LocationPrecision),
            Source = NeedDetailMessage.Name(view.Source),
        };
        message.SecondaryAreas.AddRange(view.SecondaryAreas ?? []);
        foreach (var translation in view.Translations ?? [])
            message.Translations[translation.Language] = WireName.Of(translation.By);
        TellPeople(message, view.PeopleAffected);
        return message;
    }

    private static void TellPeople(ParticularsOfNeed message, PeopleAffected? people)
    {
        if (people?.Total is { } total)
            message.PeopleTotal = total;
        if (people?.Idps is { } idps)
            message.PeopleIdps = idps;
        if (people?.Children is { } children)
            message.PeopleChildren = children;
        if (people?.Veterans is { } veterans)
            message.PeopleVeterans = veterans;
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
