using Kommunebro.Contracts.Identity;

namespace Kommunebro.Identity.Organisations;

/// <summary>A partner organisation, and the municipalities that it acts for.</summary>
public sealed class Organisation
{
    private Organisation()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Rises with each change; the ETag and the event's version.</summary>
    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Nine digits (Brønnøysund) or eight (EDRPOU); null when it is not known.</summary>
    public string? OrganisationNumber { get; private set; }

    /// <summary>Official codes.</summary>
    public IReadOnlyList<string> MunicipalityCodes { get; private set; } = [];

    /// <summary>False once it was closed: its clients get no token, and it acts for nobody.</summary>
    public bool Active { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Organisation Register(string name, string? number, IReadOnlyList<string> municipalities, DateTimeOffset now)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), CreatedAt = now, Active = true };
        organisation.Change(name, number, municipalities);
        return organisation;
    }

    public void Change(string name, string? number, IReadOnlyList<string> municipalities)
    {
        (Name, OrganisationNumber, MunicipalityCodes) = (name, number, municipalities);
        Version++;
    }

    public void SetActive(bool active)
    {
        Active = active;
        Version++;
    }

    /// <summary>What other services are told.</summary>
    public OrganisationChanged ToMessage() => new(Id, Version, Name, Active ? MunicipalityCodes : [], Active);
}
