namespace Kommunebro.Identity.SignIn;

/// <summary>Why a sign-in was refused; for the audit, and for who comes from a provider outside; who guesses at passwords and codes always gets the same answer.</summary>
internal enum SignInRefusal
{
    /// <summary>No account has the address, or it was erased meanwhile.</summary>
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

    /// <summary>The provider gives the person no role.</summary>
    NoRole,

    /// <summary>The provider tells no e-mail or no name that an account may have.</summary>
    UnusableClaims,

    /// <summary>An account has the e-mail that the provider tells, which does not make the person its owner.</summary>
    EmailTaken,

    /// <summary>The person whom the provider describes has an account already, and a letter is for another one.</summary>
    PersonTaken,

    /// <summary>The letter's link was used, is too old, or does not invite.</summary>
    UsedLink,

    /// <summary>The provider takes the role away from the last administrator.</summary>
    LastAdministrator,

    /// <summary>What came back from the provider is not to be believed, or says that the person gave up.</summary>
    OutsideFailed,
}
