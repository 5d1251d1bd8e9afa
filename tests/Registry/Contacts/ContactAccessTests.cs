using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Registry.Contacts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Contacts;

public sealed class ContactAccessTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_partner_keeps_the_contacts_of_the_municipalities_that_it_acts_for()
    {
        var hromada = (await registry.RegisterHromadaAsync("active_hostilities", "war_zone")).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.ContactsManage, hromada);

        var receipt = (await SendAsync(partner, HttpMethod.Post, $"municipalities/{hromada}/contacts", Bodies.Contact())).As<ContactReceipt>();

        Assert.Single((await SendAsync(partner, HttpMethod.Get, $"municipalities/{hromada}/contacts")).As<Page<ContactView>>().Items);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(partner, HttpMethod.Put, $"contacts/{receipt.Id}", Bodies.Contact(), 1)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(partner, HttpMethod.Delete, $"contacts/{receipt.Id}", null, 2)).Status);
    }

    [Fact]
    public async Task Contacts_of_a_war_zone_hromada_do_not_exist_for_another_partner()
    {
        var hromada = (await registry.RegisterHromadaAsync("active_hostilities", "war_zone")).Code;
        var id = (await registry.SendAsync(HttpMethod.Post, $"municipalities/{hromada}/contacts", Bodies.Contact())).As<ContactReceipt>().Id;
        using var other = await registry.PartnerAsync(AccessPolicies.ContactsManage, (await registry.RegisterHromadaAsync()).Code);

        var unknown = await SendAsync(other, HttpMethod.Get, $"contacts/{Guid.CreateVersion7()}");
        var answers = new[]
        {
            await SendAsync(other, HttpMethod.Get, $"contacts/{id}"),
            await SendAsync(other, HttpMethod.Put, $"contacts/{id}", Bodies.Contact("other@example.org"), 1),
            await SendAsync(other, HttpMethod.Delete, $"contacts/{id}", null, 1),
        };

        unknown.MustBe(HttpStatusCode.NotFound, "contact_not_found");
        Assert.All(answers, answer =>
        {
            answer.MustBe(HttpStatusCode.NotFound, "contact_not_found");
            Assert.Equal((string?)unknown.Json["detail"], (string?)answer.Json["detail"]);
        });
        (await SendAsync(other, HttpMethod.Get, $"municipalities/{hromada}/contacts")).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
        (await SendAsync(other, HttpMethod.Post, $"municipalities/{hromada}/contacts", Bodies.Contact("other@example.org")))
            .MustBe(HttpStatusCode.NotFound, "municipality_not_found");
        (await SendAsync(other, HttpMethod.Post, $"municipalities/{hromada}/contacts", Bodies.Contact("no address")))
            .MustBe(HttpStatusCode.NotFound, "municipality_not_found");
        Assert.Equal(
            "ivan.zrazok@example.org",
            (await registry.GetAsync($"contacts/{id}")).As<ContactView>().Email);
    }

    [Fact]
    public async Task Who_may_read_the_register_may_not_read_contacts()
    {
        var issuer = await TestIssuer.GetAsync();
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        using var viewer = registry.HttpFor(issuer.Staff(StaffRole.Viewer));
        using var administrator = registry.HttpFor(issuer.Staff(StaffRole.Administrator));
        using var reader = await registry.PartnerAsync(AccessPolicies.RegistryRead, code);
        using var nobody = registry.HttpFor(null);
        using var auc = registry.HttpFor(issuer.Staff(StaffRole.AucCoordinator));

        var path = new Uri($"/api/v1/municipalities/{code}/contacts", UriKind.Relative);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auc.GetAsync(path)).StatusCode);
    }

    private static Task<Answer> SendAsync(HttpClient caller, HttpMethod method, string path, JsonObject? body = null, long? seen = null) =>
        RegistryServer.SendAsync(
            caller, method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), seen);
}
