using Kommunebro.Testing;
using MimeKit;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What a mail server took.</summary>
internal sealed class SmtpMailbox(SmtpPeer peer) : IMailbox
{
    public IReadOnlyList<(string To, string Text)> Letters => [.. peer.Messages.Select(mail => (mail.To, mail.Text))];
}

/// <summary>What the local mode writes into a folder instead of sending it.</summary>
internal sealed class FolderMailbox(string folder) : IMailbox
{
    public IReadOnlyList<(string To, string Text)> Letters => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.eml").Select(file => MimeMessage.Load(file)).Select(mail => (mail.To.Mailboxes.First().Address, mail.TextBody ?? ""))]
        : [];
}
