using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.SignIn;

/// <summary>
/// Notes each sign-in, done or refused, in the audit and in a line of the log. Of a person they hold the account's id alone,
/// and of an address that no account has nothing: it may be somebody's, or a password in the wrong field. Of who comes from a provider
/// outside they hold the provider's id beside, and nothing that it says of the person, its name for the person neither.
/// </summary>
internal sealed partial class SignInAudit(IdentityDb db, AuditActor actor, GuessAudit guesses, ILogger<SignInAudit> logger)
{
    /// <summary>The person is in.</summary>
    public Task DoneAsync(Guid account, SignInMethod method, CancellationToken cancellationToken)
    {
        Log.Done(logger, account, method);
        actor.Who = $"staff:{account}";
        return SaveAsync("account.sign-in", account, new { Method = method }, cancellationToken);
    }

    /// <summary>The person is in, from a provider outside.</summary>
    public Task OutsideDoneAsync(Guid account, string issuer, CancellationToken cancellationToken)
    {
        Log.Done(logger, account, SignInMethod.Outside);
        actor.Who = $"staff:{account}";
        return SaveAsync("account.sign-in", account, new { Method = SignInMethod.Outside, Issuer = issuer }, cancellationToken);
    }

    /// <summary>A provider outside knows the person, and a code must follow.</summary>
    public Task OutsideAcceptedAsync(Guid account, string issuer, CancellationToken cancellationToken)
    {
        Log.OutsideAccepted(logger, account, issuer);
        actor.Who = Caller.Nobody.Actor;
        return guesses.NoteAsync("account.outside-accepted", "account", $"{account}", new() { ["issuer"] = issuer }, cancellationToken);
    }

    /// <summary>What came back from a provider outside was not a person. The log has the protocol's word for it, or the kind of failure.</summary>
    public Task OutsideFailedAsync(string issuer, Exception? failure, CancellationToken cancellationToken)
    {
        // Whoever opens the address writes the other words.
        var word = failure?.Data["error"] as string;
        Log.OutsideFailed(logger, issuer, word is { Length: <= 40 } && word.All(letter => letter is '_' || char.IsAsciiLetterLower(letter)) ? word : $"{failure?.GetType().Name}");
        return RefusedAsync(account: null, SignInRefusal.OutsideFailed, cancellationToken, issuer);
    }

    /// <summary>The password was right, and a code must follow. Whoever knows it is not yet the person.</summary>
    public Task PasswordAcceptedAsync(Guid account, CancellationToken cancellationToken)
    {
        Log.PasswordAccepted(logger, account);
        return guesses.NoteAsync("account.password-accepted", "account", $"{account}", [], cancellationToken);
    }

    /// <summary>The person was not let in.</summary>
    /// <param name="account">Null when no account has the address that was typed, or is the person's whom a provider outside describes.</param>
    /// <param name="reason">Why. Who gave a password or a code hears no more than that it was refused; who comes from a provider outside hears it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="issuer">The provider outside from which it came; null when it came from none.</param>
    public Task RefusedAsync(Guid? account, SignInRefusal reason, CancellationToken cancellationToken, string? issuer = null)
    {
        var who = account?.ToString() ?? GuessAudit.Unknown;
        Log.Refused(logger, who, reason);
        var row = new Dictionary<string, object> { ["reason"] = reason };
        if (issuer is not null)
            row["issuer"] = issuer;
        return guesses.NoteAsync("account.sign-in-refused", "account", who, row, cancellationToken);
    }

    /// <summary>Too many tries failed.</summary>
    public Task LockedAsync(Guid account, TimeSpan time, CancellationToken cancellationToken)
    {
        Log.Locked(logger, account);
        return SaveAsync("account.lock", account, new { Minutes = time.TotalMinutes }, cancellationToken);
    }

    private async Task SaveAsync(string action, Guid account, object after, CancellationToken cancellationToken)
    {
        db.Audit(action, "account", $"{account}", before: null, after);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} signed in by {Method}")]
        public static partial void Done(ILogger logger, Guid accountId, SignInMethod method);

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} gave its password, and must give a code")]
        public static partial void PasswordAccepted(ILogger logger, Guid accountId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} came from {Issuer}, and must give a code")]
        public static partial void OutsideAccepted(ILogger logger, Guid accountId, string issuer);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody came from {Issuer}: {Reason}")]
        public static partial void OutsideFailed(ILogger logger, string issuer, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} was refused to sign in: {Reason}")]
        public static partial void Refused(ILogger logger, string accountId, SignInRefusal reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} is locked after failed sign-ins")]
        public static partial void Locked(ILogger logger, Guid accountId);
    }
}
