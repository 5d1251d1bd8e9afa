using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Keys;
using Kommunebro.Identity.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>A try with a code of the authenticator, or a recovery code. It counts as one with a password does.</summary>
internal sealed class CodeAttempt(IdentityDb db, SealedText sealedText, SignInTries tries, SignInAudit audit, TimeProvider clock)
{
    /// <summary>Whether the code was right, for the first time, and the account not locked.</summary>
    public async Task<bool> RunAsync(Account account, string code, CancellationToken cancellationToken)
    {
        if (!await tries.TakeAsync(account.Id, cancellationToken))
        {
            await audit.RefusedAsync(account.Id, SignInRefusal.Locked, cancellationToken);
            return false;
        }

        var (method, refusal) = await LookAsync(account, code, cancellationToken);
        if (refusal is null)
        {
            await tries.ForgetAsync(account.Id, cancellationToken);
            await audit.DoneAsync(account.Id, method, cancellationToken);
            return true;
        }

        await audit.RefusedAsync(account.Id, refusal.Value, cancellationToken);
        if (await tries.AreUsedUpAsync(account.Id, cancellationToken))
            await audit.LockedAsync(account.Id, SignInTries.LockedFor, cancellationToken);
        return false;
    }

    private async Task<(SignInMethod Method, SignInRefusal? Refusal)> LookAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != Totp.Digits)
            return (SignInMethod.RecoveryCode, await UseRecoveryCodeAsync(account.Id, code, cancellationToken) ? null : SignInRefusal.WrongCode);
        if (sealedText.Open(account.SecondFactorKey!) is not { } key || Totp.StepOf(key, digits, clock.GetUtcNow()) is not { } step)
            return (SignInMethod.Code, SignInRefusal.WrongCode);
        if (!await UseStepAsync(account.Id, step, cancellationToken))
            return (SignInMethod.Code, SignInRefusal.UsedCode);
        await SealAnewAsync(account, key, cancellationToken);
        return (SignInMethod.Code, null);
    }

    /// <summary>RFC 6238, 5.2: a code is taken once, also of two that come at the same time.</summary>
    private async Task<bool> UseStepAsync(Guid id, long step, CancellationToken cancellationToken) => await db.Accounts
        .Where(account => account.Id == id && (account.SecondFactorStep == null || account.SecondFactorStep < step))
        .ExecuteUpdateAsync(set => set.SetProperty(account => account.SecondFactorStep, step), cancellationToken) == 1;

    private async Task<bool> UseRecoveryCodeAsync(Guid id, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCode.HashOf(code);
        return await db.Database.ExecuteSqlAsync(
            $"update accounts set recovery_codes = array_remove(recovery_codes, {hash}) where id = {id} and {hash} = any(recovery_codes)",
            cancellationToken) == 1;
    }

    /// <summary>So that an old encryption key can go once everybody has signed in.</summary>
    private async Task SealAnewAsync(Account account, byte[] key, CancellationToken cancellationToken)
    {
        if (!sealedText.IsStale(account.SecondFactorKey!))
            return;
        var (before, now) = (account.SecondFactorKey, sealedText.Seal(key));
        await db.Accounts.Where(one => one.Id == account.Id && one.SecondFactorKey == before)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SecondFactorKey, now), cancellationToken);
    }
}
