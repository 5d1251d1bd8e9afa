using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>What two municipalities say of themselves, and who adds to what they do.</summary>
public static class ProfileSamples
{
    public const string BandId = "0192f0c0-0000-7000-8000-000000000401";
    public const string VolunteersId = "0192f0c0-0000-7000-8000-000000000402";

    public static Profile Norwegian => new()
    {
        Version = 4, Texts = new LocalizedText { Nb = "Elva renner gjennom byen, og vi har lært å leve med flom." }, Geography = { "urban", "river_basin" },
        WorkingLanguages = { "en", "nb" }, AdministrativeCapacity = 4, Association = "ks", Website = "https://www.drammen.example", AdministrativeCentre = "Drammen",
    };

    public static Profile OfHromada => new()
    {
        Version = 2, Texts = new LocalizedText { Uk = "Місто над Південним Бугом.", En = "A city on the Southern Buh." }, Geography = { "urban" }, WorkingLanguages = { "uk" },
        Association = "auc", Head = "elected", DisplacedPersons = 3120, DisplacedPersonsOn = "2026-01-01", DisplacedPersonsSource = "Єдина інформаційна база даних про ВПО",
    };

    public static CommunityOrganisation Band => new()
    {
        CommunityOrganisationId = BandId, Version = 2, Name = "Strømsø skolekorps", Kind = "voluntary", AreaCodes = { "SCH" }, Modes = { "youth_exchange" },
        Texts = new LocalizedText { Nb = "Spiller gjerne med et ukrainsk korps." }, Website = "https://korps.example",
    };

    public static CommunityOrganisation Volunteers => new()
    {
        CommunityOrganisationId = VolunteersId, Version = 1, Name = "Волонтери Вінниці", Kind = "voluntary", Modes = { "training" }, Texts = new LocalizedText(),
    };
}
