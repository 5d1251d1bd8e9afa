namespace Kommunebro.Registry.Contacts;

/// <summary>A contact as coordinators and those who act for its municipality see it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Municipality">Official code of where the person can be reached.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Language">The language to write in: nb, uk or en.</param>
/// <param name="ConsentedAt">When the person agreed to be named to the partner municipality (UTC); null when it was not asked.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record ContactView(
    Guid Id,
    string Municipality,
    string Name,
    string? Role,
    string Email,
    string? Phone,
    string Language,
    DateTimeOffset? ConsentedAt,
    long Version)
{
    /// <summary>Says nothing, so that no log line can repeat the values by accident.</summary>
    public override string ToString() => nameof(ContactView);

    internal static ContactView Of(Contact contact, string municipality) => new(
        contact.Id, municipality, contact.Name, contact.Role, contact.Email, contact.Phone, contact.Language,
        contact.ConsentedAt, contact.Version);
}

/// <summary>
/// That a contact was taken down. It does not say who: the answer to a POST may be stored for a repeat, and personal
/// values live in contacts alone.
/// </summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Municipality">Official code of where the person can be reached.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record ContactReceipt(Guid Id, string Municipality, long Version);
