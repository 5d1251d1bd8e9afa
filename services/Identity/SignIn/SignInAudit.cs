using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.SignIn;

/// <summary>
/// Notes each sign-in, done or refused, in the audit and in a line of the log. Of a person they hold the account's id alone,
/// and of an address that no account has nothing: it may be somebody's, or a password in the wrong field.
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

    /// <summary>The password was right, and a code must follow. Whoever knows it is not yet the person.</summary>
    public Task PasswordAcceptedAsync(Guid account, CancellationToken cancellationToken)
    {
        Log.PasswordAccepted(logger, account);
        return guesses.NoteAsync("account.password-accepted", "account", $"{account}", [], cancellationToken);
    }

    /// <summary>The person was not let in.</summary>
    /// <param name="account">Null when no account has the address that was typed.</param>
    /// <param name="reason">Why; the person hears no more than that it was refused.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task RefusedAsync(Guid? account, SignInRefusal reason, CancellationToken cancellationToken)
    {
        var who = account?.ToString() ?? GuessAudit.Unknown;
        Log.Refused(logger, who, reason);
        return guesses.NoteAsync("account.sign-in-refused", "account", who, new() { ["reason"] = reason }, cancellationToken);
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

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} was refused to sign in: {Reason}")]
        public static partial void Refused(ILogger logger, string accountId, SignInRefusal reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} is locked after failed sign-ins")]
        public static partial void Locked(ILogger logger, Guid accountId);
    }
}
