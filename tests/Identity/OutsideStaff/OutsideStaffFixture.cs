using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.OutsideIssuers;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>An identity at which staff sign in with a stand-in for Entra ID, or with one that speaks as Ansattporten would.</summary>
public sealed class OutsideStaffFixture : IAsyncLifetime
{
    public const string Entra = "/connect/outside/entra";
    public const string Ansattporten = "/connect/outside/ansattporten";
    public const string Coordinators = "group-of-ks-coordinators";
    public const string Administrators = "group-of-administrators";
    public const string Organisation = "0192:971032146";

    private static int _people;

    public StandInIssuer Provider { get; private set; } = null!;

    /// <summary>The one that speaks as Ansattporten.</summary>
    public StandInIssuer OtherProvider { get; private set; } = null!;

    public IdentityServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await StandInIssuer.StartAsync();
        OtherProvider = await StandInIssuer.StartAsync();
        Server = await IdentityServer.StartAsync(more: Settings());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Provider.DisposeAsync();
        await OtherProvider.DisposeAsync();
    }

    public Dictionary<string, string?> Settings()
    {
        const string section = "Identity:OutsideIssuers:Staff";
        var settings = new Dictionary<string, string?>
        {
            [$"{section}:entra:DisplayName"] = "Entra ID",
            [$"{section}:entra:RoleClaim"] = "groups",
            [$"{section}:entra:Roles:{StaffRole.KsCoordinator}:0"] = "an older group",
            [$"{section}:entra:Roles:{StaffRole.KsCoordinator}:1"] = Coordinators,
            [$"{section}:entra:Roles:{StaffRole.Administrator}:0"] = Administrators,
            [$"{section}:entra:SecondFactor:Claim"] = "amr",
            [$"{section}:entra:SecondFactor:Values:0"] = "mfa",
            [$"{section}:ansattporten:DisplayName"] = "Ansattporten",
            [$"{section}:ansattporten:Scope"] = "openid profile",
            [$"{section}:ansattporten:Parameters:acr_values"] = "substantial",
            [$"{section}:ansattporten:RoleClaim"] = "authorization_details authorized_parties orgno ID",
            [$"{section}:ansattporten:Roles:{StaffRole.KsCoordinator}:0"] = Organisation,
        };
        foreach (var (id, provider) in new[] { ("entra", Provider), ("ansattporten", OtherProvider) })
        {
            settings[$"{section}:{id}:Issuer"] = provider.Name;
            settings[$"{section}:{id}:ClientId"] = StandInSignIn.Client;
            settings[$"{section}:{id}:ClientSecret"] = StandInSignIn.Secret;
        }

        return settings;
    }

    /// <summary>Another person each time, as the provider describes one.</summary>
    public static JsonObject Person(params string[] groups)
    {
        var number = Interlocked.Increment(ref _people);
        return new JsonObject
        {
            ["sub"] = $"pairwise-{number}",
            ["email"] = $"outside{number}@example.org",
            ["name"] = $"Outside {number}",
            ["groups"] = new JsonArray([.. groups.Select(group => (JsonNode)group)]),
        };
    }

    /// <summary>The person goes to the provider and comes back; where the browser is then.</summary>
    public async Task<Seen> SignInAsync(Browser browser, JsonObject person, string page = Entra)
    {
        (page.StartsWith(Ansattporten, StringComparison.Ordinal) ? OtherProvider : Provider).Staff.Person = person;
        return await browser.GetAsync(await ComeBackAsync(browser, page));
    }

    /// <summary>The address at which the person comes back, with the code in it.</summary>
    public static async Task<string> ComeBackAsync(Browser browser, string page = Entra)
    {
        var sent = await browser.GetAsync(page);
        Assert.True(sent.Status == System.Net.HttpStatusCode.Redirect, $"{sent.Status} {sent.Html}");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(sent.Location);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>From the admin client to its tokens, by way of the provider.</summary>
    public async Task<Answer> SignInToAdminAsync(Browser browser, JsonObject person)
    {
        var asked = await browser.AuthorizeAsync();
        var back = await SignInAsync(browser, person, asked.Location!.ToString().Replace("/connect/sign-in", Entra, StringComparison.Ordinal));
        Assert.StartsWith("/connect/authorize?", back.Location!.ToString(), StringComparison.Ordinal);
        return await browser.RedeemAsync((await browser.GetAsync(back.Location.ToString())).Carried("code")!);
    }

    /// <summary>The newest rows of the audit that tell of signing in, oldest first.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(int count) => (await Server.Database.ScalarAsync<string>(
        $"""
        select string_agg(line, e'\n' order by id) from (
            select id, who || ' ' || action || ' ' || subject_id || ' ' || coalesce(after::text, '') as line
            from audit where action like 'account.%' order by id desc limit {count}) as newest
        """))!.Split('\n');

    public Task<string?> AccountIdAsync(JsonObject person) => Server.Database.ScalarAsync<string>(
        $"select id::text from accounts where outside_subject = '{person["sub"]}'");
}
