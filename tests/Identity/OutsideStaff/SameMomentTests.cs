using System.Net;
using System.Text.Json.Nodes;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Tests.Identity.Hosting;
using Npgsql;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;
using IdentityClient = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>One person in several browsers at the same moment is one person, and what is stored of it stays whole.</summary>
public sealed class SameMomentTests(OutsideStaffFixture fixture) : IClassFixture<OutsideStaffFixture>
{
    private const int Browsers = 4;

    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task The_first_sign_ins_of_one_person_open_one_account()
    {
        var person = Person(Coordinators);

        Assert.All(await SignInAtOnceAsync(person), page => Assert.Equal("/admin", page.Location?.ToString()));

        Assert.NotNull(await fixture.AccountIdAsync(person));
    }

    [Fact]
    public async Task New_roles_that_several_sign_ins_bring_are_taken_once()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);
        var id = await fixture.AccountIdAsync(person);
        person["groups"] = new JsonArray(Coordinators, Administrators);

        Assert.All(await SignInAtOnceAsync(person), page => Assert.Equal("/admin", page.Location?.ToString()));

        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select count(*) from audit where action = 'account.take-roles' and subject_id = '{id}'"));
    }

    [Fact]
    public async Task A_person_without_its_issuer_is_not_stored()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);

        var error = await Assert.ThrowsAsync<PostgresException>(() => _server.Database.ScalarAsync<object>(
            $"update accounts set outside_issuer = null where outside_subject = '{person["sub"]}'"));

        Assert.Equal(PostgresErrorCodes.CheckViolation, error.SqlState);
    }

    [Fact]
    public async Task Where_audit_rows_are_read_the_provider_has_its_name()
    {
        var token = await _server.StaffTokenAsync(StaffRole.Viewer);

        var reply = await new IdentityClient(_server.Grpc).NameActorsAsync(
            new NameActorsRequest { Actors = { "issuer:entra", "issuer:nobody" } }, new Metadata { { "authorization", $"Bearer {token}" } });

        Assert.Equal(KeyValuePair.Create("issuer:entra", "Entra ID"), Assert.Single(reply.Names));
    }

    private async Task<Seen[]> SignInAtOnceAsync(JsonObject person)
    {
        fixture.Provider.Staff.Person = person;
        var ways = new List<(Browser Browser, string Back)>();
        for (var i = 0; i < Browsers; i++)
        {
            var browser = new Browser(_server);
            ways.Add((browser, await ComeBackAsync(browser)));
        }

        return await Task.WhenAll(ways.Select(way => way.Browser.GetAsync(way.Back)));
    }
}
