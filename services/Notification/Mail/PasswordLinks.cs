using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Mail;

/// <summary>
/// Asks identity for the single-use link of a letter by which a person chooses a password. Like an answer link it exists in the
/// letter alone.
/// </summary>
internal sealed class PasswordLinks(Identity.IdentityClient identity, IdentityBackchannel origin)
{
    /// <summary>Adds the link and its last day to the variables of such a letter.</summary>
    /// <returns>The only address to which the letter may go: the account's when the link was made. Null for any other letter.</returns>
    /// <exception cref="RpcException">Identity does not answer, or the account is gone or inactive.</exception>
    public async Task<string?> AddAsync(
        Dictionary<string, object> variables, Delivery delivery, string language, CancellationToken cancellationToken)
    {
        if (delivery.Kind is not (NoticeKind.AccountInvited or NoticeKind.PasswordForgotten))
            return null;
        var link = await identity.CreatePasswordLinkAsync(
            new CreatePasswordLinkRequest
            {
                AccountId = delivery.SubjectId.ToString(), Invitation = delivery.Kind == NoticeKind.AccountInvited,
            },
            cancellationToken: cancellationToken);
        var until = DateTimeOffset.Parse(link.ExpiresAt, CultureInfo.InvariantCulture);
        variables["link"] = new Uri(origin.Issuer, $"connect/password/choose?ticket={link.Token}&lang={language}").ToString();
        variables["link_until"] = FactVariables.Day(DateOnly.FromDateTime(until.UtcDateTime), language);
        return link.Email;
    }
}
