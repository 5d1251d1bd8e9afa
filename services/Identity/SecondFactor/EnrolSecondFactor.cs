using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Keys;
using Kommunebro.Identity.Pages;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>Gives an account an authenticator. The key waits in the form itself, sealed for this account as it is now.</summary>
internal sealed class EnrolSecondFactor(
    IdentityDb db, SealedText sealedText, IDataProtectionProvider protection, AuditActor actor, TimeProvider clock)
{
    /// <summary>A new key for the page, or the one that <paramref name="ticket"/> holds.</summary>
    public Enrolment Offer(Account account, string? ticket = null)
    {
        var protector = ProtectorOf(account);
        var key = Open(protector, ticket) ?? Totp.NewKey();
        var address = Totp.Address(key, account.Email!);
        return new Enrolment(Totp.Readable(key), address, QrCode.Of(address), Convert.ToBase64String(protector.Protect(key)));
    }

    /// <summary>Takes the key of <paramref name="ticket"/>, when <paramref name="code"/> shows that an authenticator holds it.</summary>
    /// <returns>The recovery codes, told this once; null when the code does not fit.</returns>
    public async Task<IReadOnlyList<string>?> RunAsync(Account account, string ticket, string code, CancellationToken cancellationToken)
    {
        if (Open(ProtectorOf(account), ticket) is not { } key
            || Totp.StepOf(key, code.Replace(" ", "", StringComparison.Ordinal), clock.GetUtcNow()) is not { } step)
            return null;
        actor.Who = $"staff:{account.Id}";
        var codes = RecoveryCode.Make();
        var before = AccountChange.StateOf(account);
        account.Enrol(sealedText.Seal(key), step, [.. codes.Select(RecoveryCode.HashOf)]);
        db.Audit("account.enrol-second-factor", "account", $"{account.Id}", before, AccountChange.StateOf(account));
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    /// <summary>Good for this account and until its stamp changes, which this enrolment does, too.</summary>
    private IDataProtector ProtectorOf(Account account) =>
        protection.CreateProtector("second-factor", account.Id.ToString(), account.SecurityStamp!);

    private static byte[]? Open(IDataProtector protector, string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : protector.Unprotect(Convert.FromBase64String(ticket));
        }
        catch (Exception foreign) when (foreign is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
