namespace Kommunebro.ServiceDefaults;

/// <summary>What stands in an access token (RFC 9068) beside the standard claims.</summary>
public static class TokenClaims
{
    /// <summary>The audience of all access tokens.</summary>
    public const string Audience = "kommunebro";

    /// <summary>The account's id, or the client's.</summary>
    public const string Subject = "sub";

    /// <summary>A client's scopes, in one text with blanks between.</summary>
    public const string Scope = "scope";

    /// <summary>One claim for each role of a staff account.</summary>
    public const string Role = "role";

    /// <summary>The id of the partner organisation that a client belongs to.</summary>
    public const string Organisation = "org";

    /// <summary><see cref="StaffKind"/>, <see cref="PartnerKind"/> or <see cref="ServiceKind"/>.</summary>
    public const string Kind = "kind";

    /// <summary>A person.</summary>
    public const string StaffKind = "staff";

    /// <summary>A partner organisation's client.</summary>
    public const string PartnerKind = "partner";

    /// <summary>A service of the platform.</summary>
    public const string ServiceKind = "service";
}
