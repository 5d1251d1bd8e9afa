namespace Kommunebro.Contracts.Identity;

/// <summary>
/// A person needs a letter with a link to choose a password: it was invited, or says that it has forgotten the one it had. The
/// link is made when the letter is written, and stands in no message.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="Invitation">True for a new account, false for a forgotten password.</param>
public sealed record PasswordLetterAsked(Guid AccountId, bool Invitation)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "identity.password-letter-asked.v1";
}
