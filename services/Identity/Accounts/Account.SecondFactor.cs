using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

// What it needs beside the password.
public sealed partial class Account
{
    /// <summary>The key of its authenticator (RFC 6238), sealed; null when the password is enough.</summary>
    public string? SecondFactorKey { get; private set; }

    /// <summary>The time step of the last code that was taken: no code is good twice.</summary>
    public long? SecondFactorStep { get; private set; }

    /// <summary>Hashes of the codes that each open once, for who has lost the authenticator.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public bool HasSecondFactor => SecondFactorKey is not null;

    /// <summary>Takes an authenticator, in the place of the one before; what was signed in without it ends.</summary>
    /// <param name="key">Sealed.</param>
    /// <param name="step">Of the code that proved it.</param>
    /// <param name="recoveryCodes">Their hashes.</param>
    public void Enrol(string key, long step, IReadOnlyList<string> recoveryCodes)
    {
        (SecondFactorKey, SecondFactorStep, RecoveryCodes, SecurityStamp) = (key, step, recoveryCodes, NewStamp());
        Version++;
    }

    /// <summary>Lets the password be enough again; what was signed in ends.</summary>
    /// <exception cref="Refusal">Conflict no_second_factor.</exception>
    public void EndSecondFactor()
    {
        if (!HasSecondFactor)
            throw new Refusal(RefusalKind.Conflict, "no_second_factor", "The account has no second factor.");
        (SecondFactorKey, SecondFactorStep, RecoveryCodes, SecurityStamp) = (null, null, [], NewStamp());
        Version++;
    }
}
