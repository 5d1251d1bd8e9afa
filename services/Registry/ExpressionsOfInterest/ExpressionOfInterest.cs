namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>What has become of an expression of interest.</summary>
public enum ExpressionStatus
{
    /// <summary>Somebody must still make an offer or a need of it.</summary>
    Received,

    /// <summary>Staff made an offer of it.</summary>
    Structured,
}

/// <summary>A municipality's wish to take part, in its own words; staff structure it later.</summary>
public sealed class ExpressionOfInterest
{
    private ExpressionOfInterest()
    {
    }

    /// <summary>Takes it down.</summary>
    public ExpressionOfInterest(
        Guid municipalityId, Guid contactId, string text, string language, bool illustrative, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        Version = 1;
        MunicipalityId = municipalityId;
        ContactId = contactId;
        Text = text;
        Language = language;
        Illustrative = illustrative;
        ReceivedAt = now;
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>Whose wish it is.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>Whom to ask; the values stand in contacts alone. Null once the contact was erased.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>The wish in its own words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The language of the text, ISO 639-1.</summary>
    public string Language { get; private set; } = "";

    /// <summary>What has become of it.</summary>
    public ExpressionStatus Status { get; private set; }

    /// <summary>True for an example that makes no statement about the municipality.</summary>
    public bool Illustrative { get; private set; }

    /// <summary>When it came in (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>An offer was made of it.</summary>
    /// <returns>Whether it was not structured before.</returns>
    public bool Structure()
    {
        if (Status == ExpressionStatus.Structured)
            return false;
        Status = ExpressionStatus.Structured;
        Version++;
        return true;
    }
}
