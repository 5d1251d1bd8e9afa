using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using LocalizedText = Kommunebro.Contracts.Registry.V1.LocalizedText;

namespace Kommunebro.Tests.Registry.Profiles;

/// <summary>What staff's pages write over gRPC of municipalities and of their communities.</summary>
public sealed class StaffProfilesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_profile_is_written_read_and_written_anew_and_who_comes_second_is_told()
    {
        var code = (await registry.RegisterHromadaAsync()).Code;
        var auc = await ClientAsync(StaffRole.AucCoordinator);

        var first = await auc.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = code, Profile = Said() });
        var read = await ReadAsync(code);
        var late = await Assert.ThrowsAsync<RpcException>(async () => await auc.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = code, Profile = new Profile() }));
        var second = await auc.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = code, Version = 1, Profile = new Profile() });

        var expected = Said();
        expected.Version = 1;
        Assert.Equal((expected, expected), (first, read.Profile));
        Assert.Equal("version_mismatch", CodeOf(late));
        Assert.Equal(new Profile { Texts = new LocalizedText(), Version = 2 }, second);
    }

    [Fact]
    public async Task Displaced_persons_need_number_day_and_source_and_each_fault_stands_at_its_field()
    {
        var code = (await registry.RegisterHromadaAsync()).Code;
        var auc = await ClientAsync(StaffRole.AucCoordinator);

        Assert.Equal(
            ["displacedPersons.count", "displacedPersons.source", "displacedPersons.on"],
            await FieldsOfAsync(() => auc.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = code, Profile = new Profile { DisplacedPersonsOn = "in spring" } })));
        Assert.Equal(
            ["geography[0]", "texts.en", "association"],
            await FieldsOfAsync(() => auc.WriteProfileAsync(new WriteProfileRequest
            {
                MunicipalityCode = code, Profile = new Profile { Geography = { "moon" }, Association = "ks", Texts = new LocalizedText { En = "Write to kari@example.org." } },
            })));
    }

    [Fact]
    public async Task A_community_organisation_is_taken_down_once_revised_and_removed()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var ks = await ClientAsync(StaffRole.KsCoordinator);
        var request = new KeepCommunityOrganisationRequest { MunicipalityCode = code, Organisation = Band(), ChosenId = $"{Guid.CreateVersion7()}" };

        var added = await ks.KeepCommunityOrganisationAsync(request);
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await ks.KeepCommunityOrganisationAsync(request)));
        var expected = Band();
        (expected.CommunityOrganisationId, expected.Version) = (request.ChosenId, 1);
        Assert.All([added, .. again], kept => Assert.Equal(expected, kept));
        Assert.Equal(expected, Assert.Single((await ReadAsync(code)).CommunityOrganisations));

        var revision = new KeepCommunityOrganisationRequest { Version = 1, Organisation = added.Clone() };
        revision.Organisation.Modes.Clear();
        Assert.Equal((2L, 0), await ks.KeepCommunityOrganisationAsync(revision) is var revised ? (revised.Version, revised.Modes.Count) : default);
        Assert.Equal("version_mismatch", CodeOf(await Assert.ThrowsAsync<RpcException>(async () => await ks.KeepCommunityOrganisationAsync(revision))));
        var removal = new RemoveCommunityOrganisationRequest { CommunityOrganisationId = added.CommunityOrganisationId, Version = 1 };
        Assert.Equal("version_mismatch", CodeOf(await Assert.ThrowsAsync<RpcException>(async () => await ks.RemoveCommunityOrganisationAsync(removal))));
        removal.Version = 2;
        await ks.RemoveCommunityOrganisationAsync(removal);
        Assert.Empty((await ReadAsync(code)).CommunityOrganisations);
        Assert.Equal("community_organisation_not_found", CodeOf(await Assert.ThrowsAsync<RpcException>(async () => await ks.RemoveCommunityOrganisationAsync(removal))));
    }

    [Fact]
    public async Task Two_that_come_at_once_with_one_chosen_id_make_one()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var ks = await ClientAsync(StaffRole.KsCoordinator);
        var request = new KeepCommunityOrganisationRequest { MunicipalityCode = code, Organisation = Band(), ChosenId = $"{Guid.CreateVersion7()}" };

        var kept = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await ks.KeepCommunityOrganisationAsync(request)));

        Assert.All(kept, one => Assert.Equal((request.ChosenId, 1L), (one.CommunityOrganisationId, one.Version)));
        Assert.Single((await ReadAsync(code)).CommunityOrganisations);
    }

    [Fact]
    public async Task A_form_of_help_that_there_is_not_and_a_name_that_there_is_are_refused_at_their_fields()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var ks = await ClientAsync(StaffRole.KsCoordinator);
        await ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = code, Organisation = Band() });
        var unknown = Band();
        unknown.Modes.Add("magic");

        Assert.Equal(["modes[1]"], await FieldsOfAsync(() => ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = code, Organisation = unknown })));
        Assert.Equal(["name"], await FieldsOfAsync(() => ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = code, Organisation = Band() })));
        Assert.Equal(["name", "kind"], await FieldsOfAsync(() => ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = code })));
    }

    [Fact]
    public async Task Staff_write_for_their_own_side()
    {
        var (hromada, supplier) = ((await registry.RegisterHromadaAsync()).Code, (await registry.RegisterMunicipalityAsync()).Code);
        var (ks, auc) = (await ClientAsync(StaffRole.KsCoordinator), await ClientAsync(StaffRole.AucCoordinator));
        var kept = await ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = supplier, Organisation = Band() });

        foreach (var call in new Func<Task>[]
        {
            async () => await ks.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = hromada, Profile = new Profile() }),
            async () => await auc.WriteProfileAsync(new WriteProfileRequest { MunicipalityCode = supplier, Profile = new Profile() }),
            async () => await ks.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { MunicipalityCode = hromada, Organisation = Band() }),
            async () => await auc.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest { Version = 1, Organisation = kept }),
            async () => await auc.RemoveCommunityOrganisationAsync(new RemoveCommunityOrganisationRequest { CommunityOrganisationId = kept.CommunityOrganisationId, Version = 1 }),
        })
            Assert.Equal((StatusCode.PermissionDenied, "own_side_only"), await Assert.ThrowsAsync<RpcException>(call) is var refused ? (refused.StatusCode, CodeOf(refused)) : default);
    }

    private static Profile Said() => new()
    {
        Texts = new LocalizedText { Uk = "Місто над річкою.", En = "A town on the river." }, Geography = { "steppe", "river_basin" }, WorkingLanguages = { "uk", "en" },
        AdministrativeCapacity = 2, Association = "auc", Head = "elected",
        DisplacedPersons = 3120, DisplacedPersonsOn = "2026-01-01", DisplacedPersonsSource = "Єдина інформаційна база даних про ВПО",
    };

    private static CommunityOrganisation Band() => new()
    {
        Name = "Testvik skolekorps", Kind = "voluntary", AreaCodes = { "YOU" }, Modes = { "youth_exchange" }, Texts = new LocalizedText { Nb = "Spiller med andre korps." },
        Website = "https://korps.example.org",
    };

    private static string CodeOf(RpcException refused) => refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    private static async Task<IEnumerable<string>> FieldsOfAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await call())).GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field);

    private async Task<MunicipalityDetail> ReadAsync(string code) =>
        await registry.Grpc((await TestIssuer.GetAsync()).Staff(StaffRole.Viewer)).GetMunicipalityAsync(new GetMunicipalityRequest { Code = code });

    private Task<RegistryProfiles.RegistryProfilesClient> ClientAsync(string role) =>
        registry.GrpcForAsync(channel => new RegistryProfiles.RegistryProfilesClient(channel), role);
}
