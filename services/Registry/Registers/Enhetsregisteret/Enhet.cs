using System.Text.Json.Serialization;

namespace Kommunebro.Registry.Registers.Enhetsregisteret;

/// <summary>A unit of the Central Coordinating Register for Legal Entities, in its own words; persons and their addresses are not read.</summary>
internal sealed record Enhet(
    string? Organisasjonsnummer = null, string? Navn = null, Organisasjonsform? Organisasjonsform = null, string? Hjemmeside = null,
    Forretningsadresse? Forretningsadresse = null, bool Konkurs = false, bool UnderAvvikling = false, string? Slettedato = null)
{
    /// <summary>Whether it is about to end, or has ended.</summary>
    public bool IsEnding => Konkurs || UnderAvvikling || Slettedato is not null;
}

/// <summary>KOMM municipality, FYLK county authority, IKS inter-municipal company.</summary>
internal sealed record Organisasjonsform(string? Kode = null);

/// <summary>The business address.</summary>
internal sealed record Forretningsadresse(List<string>? Adresse = null, string? Postnummer = null, string? Poststed = null, string? Kommunenummer = null)
{
    /// <summary>In one line.</summary>
    public string Line => string.Join(", ", (Adresse ?? []).Append($"{Postnummer} {Poststed}".Trim()).Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>A page of a search.</summary>
internal sealed record EnheterPage([property: JsonPropertyName("_embedded")] EmbeddedEnheter? Embedded = null);

/// <summary>The rows of a page.</summary>
internal sealed record EmbeddedEnheter(List<Enhet>? Enheter = null);
