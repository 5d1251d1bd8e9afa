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
}
