namespace Kommunebro.Identity.SignIn;

/// <summary>With what a person signed in, as the audit says it.</summary>
internal enum SignInMethod
{
    /// <summary>The password was enough.</summary>
    Password,

    /// <summary>A code of the authenticator, after the password.</summary>
    Code,

    /// <summary>One of the codes for who has lost the authenticator, after the password.</summary>
    RecoveryCode,

    /// <summary>What a provider outside asked for.</summary>
    Outside,
}
