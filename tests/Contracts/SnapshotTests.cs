using System.Text.Json;
using Google.Protobuf;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Messaging;

namespace Kommunebro.Tests.Contracts;

/// <summary>A read model must not be able to tell a snapshot from events.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [MemberData(nameof(MessagesTests.Examples), MemberType = typeof(MessagesTests))]
    public void A_snapshot_item_says_the_same_as_the_event(string name, object message)
    {
        object? back = message switch
        {
            AreaChanged area => Area.Parser.ParseFrom(area.ToSnapshot().ToByteArray()).ToMessage(),
            MunicipalityChanged place => Municipality.Parser.ParseFrom(place.ToSnapshot().ToByteArray()).ToMessage(),
            OfferChanged offer => Offer.Parser.ParseFrom(offer.ToSnapshot().ToByteArray()).ToMessage(),
            InitiativeChanged initiative => HelpItem.Parser.ParseFrom(initiative.ToSnapshot().ToByteArray()).ToMessage(),
            NeedVerified need => VerifiedNeed.Parser.ParseFrom(need.ToSnapshot().ToByteArray()).ToMessage(),
            // No read model starts from these.
            NeedSubmitted or NeedReturned or NeedAsked or NeedReplied or NeedRejected or NeedReminderDue or NeedWithdrawn => message,
            RunCompleted or NeedUnmatched or ProposalChanged or PartnershipChanged or CapacityChanged or OrganisationChanged or PasswordLetterAsked or OfferConfirmationDue => message,
            _ => throw new InvalidOperationException($"{name} has no example here."),
        };

        Assert.Equal(Json(message), Json(back));
    }

    private static string Json(object message) => JsonSerializer.Serialize(message, message.GetType(), MessageJson.Options);
}
