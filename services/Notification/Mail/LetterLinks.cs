using Grpc.Core;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Mail;

/// <summary>The single-use links that stand in letters.</summary>
internal sealed class LetterLinks(AnswerLinks answers, PasswordLinks passwords)
{
    /// <summary>Adds the link of a letter that has one to its variables.</summary>
    /// <exception cref="RpcException">Its owner does not answer, or has no use for a link any more.</exception>
    public async Task AddAsync(
        Dictionary<string, object> variables, Delivery delivery, Facts facts, string language, CancellationToken cancellationToken)
    {
        await answers.AddAsync(variables, delivery.Kind, facts, language, cancellationToken);
        await passwords.AddAsync(variables, delivery, language, cancellationToken);
    }
}
