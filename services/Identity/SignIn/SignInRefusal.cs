namespace Kommunebro.Identity.SignIn;

/// <summary>Why a sign-in was refused; for the audit, since the person always gets the same answer.</summary>
internal enum SignInRefusal
{
    /// <summary>No account has the address.</summary>
    UnknownAccount,

    /// <summary>The account was deactivated.</summary>
    Inactive,

    /// <summary>Too many tries failed a short while ago.</summary>
    Locked,

    /// <summary>The password is another one.</summary>
    WrongPassword,

    /// <summary>It was invited, and has chosen none yet.</summary>
    NoPassword,

    /// <summary>The code is no code of the authenticator now, and no recovery code.</summary>
    WrongCode,

    /// <summary>The code was right, and has been used before.</summary>
    UsedCode,
}
