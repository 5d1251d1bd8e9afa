namespace Kommunebro.Registry.Contacts;

/// <summary>
/// A person who can be reached in a municipality. This table is the only place of personal values: nothing else repeats
/// them, so that erasing the row erases the person.
/// </summary>
public sealed class Contact
{
    private Contact()
    {
    }

    /// <summary>Takes down who can be reached in a municipality.</summary>
    /// <param name="municipalityId">Where.</param>
    /// <param name="input">Who; the rules have held.</param>
    /// <param name="consented">Whether the person agreed to be named to the partner municipality.</param>
    /// <param name="now">When.</param>
    public Contact(Guid municipalityId, ContactInput input, bool consented, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        MunicipalityId = municipalityId;
        Take(input, consented, now);
    }

    /// <summary>The platform's id; what others may know.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>Where the person can be reached.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>The person's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the person is there, in its own words, e.g. "ordfører"; null where not given.</summary>
    public string? Role { get; private set; }

    /// <summary>E-mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The address in small letters: a municipality has each address once, however it is written.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>Telephone number; null where not given.</summary>
    public string? Phone { get; private set; }

    /// <summary>The language to write in: nb, uk or en.</summary>
    public string Language { get; private set; } = "";

    /// <summary>When the person agreed to be named to the partner municipality (UTC); null when it was not asked.</summary>
    public DateTimeOffset? ConsentedAt { get; private set; }

    /// <summary>How <paramref name="email"/> is compared.</summary>
    public static string KeyOf(string email) => email.ToLowerInvariant();

    /// <summary>Says all of it anew; the rules have held.</summary>
    public void Change(ContactInput input, DateTimeOffset now) => Take(input, consented: true, now);

    private void Take(ContactInput input, bool consented, DateTimeOffset now)
    {
        Name = input.Name.Trim();
        Role = string.IsNullOrWhiteSpace(input.Role) ? null : input.Role.Trim();
        Email = input.Email;
        EmailKey = KeyOf(input.Email);
        Phone = input.Phone;
        Language = input.Language;
        ConsentedAt = consented ? ConsentedAt ?? now : null;
        Version++;
    }
}
