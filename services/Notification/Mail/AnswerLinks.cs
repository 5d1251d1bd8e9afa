using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Mail;

/// <summary>
/// Asks matching for the single-use link of a letter that asks for an answer. The link exists in the letter alone: it is made
/// when the letter is written, and stored and logged nowhere.
/// </summary>
internal sealed class AnswerLinks(Matching.MatchingClient matching, IdentityBackchannel identity)
{
    /// <summary>Adds the link and its last day to the variables of a letter that asks for an answer.</summary>
    /// <exception cref="RpcException">Matching does not answer, or has no answer to wait for any more.</exception>
    public async Task AddAsync(
        Dictionary<string, object> variables, string kind, Facts facts, string language, CancellationToken cancellationToken)
    {
        var side = kind switch
        {
            NoticeKind.ProposalReleasedToSupplier => "supplier",
            NoticeKind.ProposalReleasedToHromada => "hromada",
            _ => null,
        };
        if (side is null)
            return;
        var link = await matching.CreateAnswerLinkAsync(
            new CreateAnswerLinkRequest { ProposalId = facts.ProposalId.ToString(), Side = side }, cancellationToken: cancellationToken);
        var until = DateTimeOffset.Parse(link.ExpiresAt, CultureInfo.InvariantCulture);
        variables["link"] = new Uri(identity.Issuer, $"admin/answer/{link.Token}").ToString();
        variables["link_until"] = FactVariables.Day(DateOnly.FromDateTime(until.UtcDateTime), language);
    }

    /// <summary>Whether matching said that nobody is asked any more: the proposal was answered or withdrawn meanwhile.</summary>
    public static bool IsSettled(RpcException refused) =>
        refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound;
}
