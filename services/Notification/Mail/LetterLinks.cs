using Grpc.Core;
using Kommunebro.Notification.Deliveries;

namespace Kommunebro.Notification.Mail;

/// <summary>The single-use links that stand in letters.</summary>
internal sealed class LetterLinks(AnswerLinks answers, PasswordLinks passwords)
{
    /// <summary>Adds the link of a letter that has one to its variables.</summary>
    /// <returns>The only address to which that link may go; null when it may go to whomever the letter is for.</returns>
    /// <exception cref="RpcException">Its owner does not answer, or has no use for a link any more.</exception>
    public async Task<string?> AddAsync(
        Dictionary<string, object> variables, Delivery delivery, string language, CancellationToken cancellationToken)
    {
        await answers.AddAsync(variables, delivery.Kind, delivery.Facts, language, cancellationToken);
        return await passwords.AddAsync(variables, delivery, language, cancellationToken);
    }
}
