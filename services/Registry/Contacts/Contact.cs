namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>
/// A person who can be reached about an expression of interest. This table is the only place of personal values: nothing
/// else repeats them, so that erasing the row erases the person.
/// </summary>
public sealed class Contact
{
    private Contact()
    {
    }

    /// <summary>Takes down who can be reached.</summary>
    public Contact(ContactInput input, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        Name = input.Name.Trim();
        Role = string.IsNullOrWhiteSpace(input.Role) ? null : input.Role.Trim();
        Email = input.Email;
        Phone = input.Phone;
        Language = input.Language;
    }

    /// <summary>The platform's id; what others may know.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>E.g. "mayor"; null where not given.</summary>
    public string? Role { get; private set; }

    /// <summary>E-mail address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Telephone number; null where not given.</summary>
    public string? Phone { get; private set; }

    /// <summary>The language to write in, ISO 639-1.</summary>
    public string Language { get; private set; } = "";
}
