using System.Diagnostics;
using Kommunebro.Contracts.Identity;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Passwords;

/// <summary>
/// A person says that it has forgotten its password. The answer is the same, and takes as long, whether there is such an
/// account or not: it must not tell strangers who works here.
/// </summary>
internal sealed partial class AskForPassword(IdentityDb db, GuessAudit guesses, TimeProvider clock, ILogger<AskForPassword> logger)
{
    private const string Action = "account.ask-password-letter";

    // One letter is enough; and nobody's mailbox is to be filled from here.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    // Longer than either way takes.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    /// <summary>Asks notification for a letter, when an active account with a password here has the address and asked for none just now.</summary>
    public async Task RunAsync(string email, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await AskAsync(Account.LookUpForm(email), cancellationToken);
        var left = Least - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, cancellationToken);
    }

    private async Task AskAsync(string email, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedEmail == email && one.Active && one.OutsideIssuer == null, cancellationToken);
        if (account is null)
        {
            Log.Stranger(logger);
            await guesses.NoteAsync(Action, "account", GuessAudit.Unknown, [], cancellationToken);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await MayAskAsync(account.Id, cancellationToken))
            return;
        db.Enqueue(new PasswordLetterAsked(account.Id, Invitation: false));
        db.Audit(Action, "account", $"{account.Id}", before: null, after: null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> MayAskAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var before = now - Pause;
        return await db.Accounts
            .Where(account => account.Id == id && (account.LetterAskedAt == null || account.LetterAskedAt <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LetterAskedAt, now), cancellationToken) == 1;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A password letter was asked for an address that no active account has")]
        public static partial void Stranger(ILogger logger);
    }
}
