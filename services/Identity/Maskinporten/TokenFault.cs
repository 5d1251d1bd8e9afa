namespace Kommunebro.Identity.Maskinporten;

/// <summary>Why a token of Maskinporten was refused; for the audit, since who sent it hears nothing but that it was.</summary>
internal enum TokenFault
{
    /// <summary>It is no token, or not signed by RS256 with a key that the issuer publishes.</summary>
    Signature,

    /// <summary>Another issuer made it.</summary>
    Issuer,

    /// <summary>It is for somebody else, too, or for nobody.</summary>
    Audience,

    /// <summary>It does not say when it ends, or has ended.</summary>
    Expired,

    /// <summary>It ends later than any of Maskinporten's own does.</summary>
    TooLong,

    /// <summary>Its time has not come.</summary>
    NotYetValid,

    /// <summary>It has no id (jti), or was shown before.</summary>
    Used,

    /// <summary>It names no Norwegian organisation number (ISO 6523, 0192) as its consumer.</summary>
    NoConsumer,

    /// <summary>No organisation that is open here has this number, or several have.</summary>
    UnknownConsumer,

    /// <summary>None of its scopes gives one of ours, or none that was asked for.</summary>
    NoScope,
}
