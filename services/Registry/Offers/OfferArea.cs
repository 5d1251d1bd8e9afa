using Kommunebro.Contracts;

namespace Kommunebro.Registry.Offers;

/// <summary>One area of an offer.</summary>
public sealed class OfferArea
{
    private OfferArea()
    {
    }

    /// <summary>Takes over what was said.</summary>
    public OfferArea(OfferedAreaInput input)
    {
        AreaCode = input.Area;
        Level = input.Level;
        Modes = [.. input.Modes.Order()];
        PersonDays = input.PersonDays;
        Evidence = Given(input.Evidence);
        EvidenceAddress = Given(input.EvidenceAddress);
    }

    /// <summary>The area's code.</summary>
    public string AreaCode { get; private set; } = "";

    /// <summary>1 basic, 2 experienced, 3 strong, 4 national front-runner.</summary>
    public int Level { get; private set; }

    /// <summary>How it helps.</summary>
    public List<Mode> Modes { get; private set; } = [];

    /// <summary>The most person-days a year; null when only the total limits it.</summary>
    public int? PersonDays { get; private set; }

    /// <summary>What shows that it is good at it, in its own words; null where nothing was said.</summary>
    public string? Evidence { get; private set; }

    /// <summary>A page that shows it; null where none was given.</summary>
    public string? EvidenceAddress { get; private set; }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
