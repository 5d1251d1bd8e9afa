using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face, with two municipalities.</summary>
public sealed class RegistryBackend(Heard heard) : Contracts.Registry.V1.Registry.RegistryBase
{
    public override Task<FindMunicipalitiesReply> FindMunicipalities(FindMunicipalitiesRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Query == "nobody"
            ? new FindMunicipalitiesReply()
            : new FindMunicipalitiesReply
            {
                Rows =
                {
                    new MunicipalityRow { Municipality = Samples.Norwegian, HasOffer = true },
                    new MunicipalityRow { Municipality = Samples.Hromada },
                },
                Total = 145,
            });
    }

    public override Task<MunicipalityDetail> GetMunicipality(GetMunicipalityRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Code switch
        {
            "3301" => WithOffer(),
            Samples.HromadaCode => new MunicipalityDetail
            {
                Municipality = Samples.Hromada, ContactsMasked = true, Initiatives = { Drammens, Leipzigs },
                Profile = ProfileSamples.OfHromada, CommunityOrganisations = { ProfileSamples.Volunteers },
            },
            _ => throw Refusals.NotFound("municipality_not_found"),
        });
    }

    public override Task<ListAreasReply> ListAreas(ListAreasRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new ListAreasReply { Areas = { Samples.Water, Samples.Schools } });
    }

    private static readonly Initiative Drammens = new()
    {
        InitiativeId = "0192f0c0-0000-7000-8000-000000000301", OtherCode = "3301", OtherName = "Drammen", OtherCountry = "no", Kind = "twin_town", Programme = "bilateral",
        Status = "agreement_signed", Since = "2023-06-20", SourceAddress = "https://avis.example/sak?id=7", SourceDate = "2023-06-21",
    };

    private static readonly Initiative Leipzigs = new()
    {
        InitiativeId = "0192f0c0-0000-7000-8000-000000000302", OtherName = "Leipzig", OtherCountry = "de", Kind = "project", Programme = "skew",
        Status = "ended", Until = "2024-01-31", SourceName = "SKEW", SourceDate = "2026-01-15",
    };

    private static MunicipalityDetail WithOffer() => new()
    {
        Municipality = Samples.Norwegian,
        Offer = new Offer
        {
            OfferId = "0192f0c0-0000-7000-8000-000000000201", Version = 1, Available = true, PersonDays = 120, Languages = { "nb", "en" },
            MaxPartnerships = 2, Travel = "ukraine_west", Illustrative = true,
            Areas = { new OfferedArea { AreaCode = "WAT", Level = 3, Modes = { "advice_remote", "expert_visit" } } },
        },
        ReservedPersonDays = 40,
        Partnerships = 1,
        Interests = { RegisterSamples.Interest },
        Profile = ProfileSamples.Norwegian,
        CommunityOrganisations = { ProfileSamples.Band },
        Contacts = { new Contact { ContactId = "1", Role = "ordfører", Name = "Kari Eksempel", Email = "kari@drammen.example", Language = "nb" } },
    };
}
