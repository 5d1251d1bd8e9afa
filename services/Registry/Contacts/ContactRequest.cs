namespace Kommunebro.Registry.Contacts;

/// <summary>Who can be reached.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Language">The language to write in: nb, uk or en.</param>
/// <param name="Phone">Telephone number: 5 to 15 digits, with spaces, + ( ) and -.</param>
/// <param name="Role">E.g. "mayor".</param>
public sealed record ContactInput(string Name, string Email, string Language, string? Phone = null, string? Role = null)
{
    /// <summary>Says nothing, so that no log line can repeat the values by accident.</summary>
    public override string ToString() => nameof(ContactInput);
}

/// <summary>A contact as a client sends it.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">E-mail address; a municipality has each once.</param>
/// <param name="Language">The language to write in: nb, uk or en.</param>
/// <param name="Consent">True: the person agrees that the platform keeps this, and tells it to the partner municipality once both sides have said yes.</param>
/// <param name="Phone">Telephone number: 5 to 15 digits, with spaces, + ( ) and -.</param>
/// <param name="Role">What the person is there, in its own words, e.g. "ordfører".</param>
public sealed record ContactRequest(
    string Name, string Email, string Language, bool Consent, string? Phone = null, string? Role = null)
{
    /// <summary>Says nothing, so that no log line can repeat the values by accident.</summary>
    public override string ToString() => nameof(ContactRequest);

    /// <summary>What is kept of it.</summary>
    internal ContactInput ToInput() => new(Name, Email, Language, Phone, Role);
}
