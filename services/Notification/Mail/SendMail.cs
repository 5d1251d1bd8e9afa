using Grpc.Core;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Texts;
using Kommunebro.ServiceDefaults;
using MimeKit;

namespace Kommunebro.Notification.Mail;

/// <summary>Sends one delivery to one person: asks who that is now, writes the letter, hands it over.</summary>
internal sealed class SendMail(People people, LetterWriter writer, IMailTransport transport, Postmark postmark)
{
    /// <summary>What came of it.</summary>
    /// <exception cref="RpcException">Another service does not answer.</exception>
    public async Task<Outcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var id = delivery.Recipient.ContactId ?? delivery.Recipient.AccountId;
        var group = await people.InGroupAsync(delivery.Recipient, cancellationToken);
        if (group.FirstOrDefault(one => one.Id == id) is not { } person)
            return Outcome.Failed("recipient_gone");
        Rendered letter;
        string email;
        try
        {
            (letter, email) = await writer.WriteAsync(delivery, person, postmark.Site, cancellationToken);
        }
        catch (RpcException refused) when (AnswerLinks.IsSettled(refused))
        {
            return new Outcome(OutcomeKind.Settled, "settled_meanwhile");
        }

        if (!MailboxAddress.TryParse(email, out var address))
            return Outcome.Failed("invalid_address");
        using var message = postmark.MessageOf(delivery, new MailboxAddress(person.Name, address.Address), letter, person.Language);
        return await transport.SendAsync(message, cancellationToken);
    }
}

/// <summary>What all e-mail of this host has in common: its sender, its clock, and the origin that ids and links name.</summary>
internal sealed class Postmark(MailOptions options, IdentityBackchannel identity, TimeProvider clock)
{
    /// <summary>The public origin.</summary>
    public Uri Site => identity.Issuer;

    /// <summary>The letter as a message. Every attempt of a delivery has the same Message-Id.</summary>
    public MimeMessage MessageOf(Delivery delivery, MailboxAddress to, Rendered letter, string language)
    {
        var message = new MimeMessage
        {
            MessageId = $"{delivery.Id:N}@{Site.Host}",
            Date = clock.GetUtcNow(),
            Subject = letter.Title,
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = MailHtml.Of(language, letter.Title, letter.Text) }.ToMessageBody(),
        };
        message.From.Add(options.Sender);
        message.To.Add(to);
        message.Body.Headers.Add(HeaderId.ContentLanguage, language);
        // RFC 3834: an absent colleague's machine does not answer ours.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
