using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Contracts;

/// <summary>
/// Who listens to which message. A publisher declares the queues of all its listeners before it sends, so that
/// an event is kept for a service that has never been started. A service may handle only what stands here.
/// </summary>
public static class Subscribers
{
    private static readonly Dictionary<string, IReadOnlyList<string>> ByMessage = new(StringComparer.Ordinal)
    {
        [AreaChanged.MessageName] = ["needs-intake", "matching"],
        [MunicipalityChanged.MessageName] = ["needs-intake", "matching", "notification"],
        [OfferChanged.MessageName] = ["matching"],
        [OfferConfirmationDue.MessageName] = ["notification"],
        [InitiativeChanged.MessageName] = ["matching"],
        [NeedSubmitted.MessageName] = ["notification"],
        [NeedReturned.MessageName] = ["notification"],
        [NeedAsked.MessageName] = ["notification"],
        [NeedReplied.MessageName] = ["notification"],
        [NeedRejected.MessageName] = ["notification"],
        [NeedVerified.MessageName] = ["matching", "notification"],
        [NeedReminderDue.MessageName] = ["notification"],
        [NeedWithdrawn.MessageName] = ["matching", "notification"],
        [RunCompleted.MessageName] = ["notification"],
        [NeedUnmatched.MessageName] = ["notification"],
        [ProposalChanged.MessageName] = ["notification"],
        [PartnershipChanged.MessageName] = ["registry", "needs-intake", "notification"],
        [CapacityChanged.MessageName] = ["registry"],
        [PasswordLetterAsked.MessageName] = ["notification"],
        [OrganisationChanged.MessageName] = ["registry", "needs-intake", "matching", "notification"],
    };

    /// <summary>All messages of the platform by name.</summary>
    public static IEnumerable<string> MessageNames => ByMessage.Keys;

    /// <summary>The names of the services that listen to <paramref name="messageName"/>.</summary>
    /// <exception cref="KeyNotFoundException">The message is not in the list.</exception>
    public static IReadOnlyList<string> Of(string messageName) => ByMessage[messageName];
}
