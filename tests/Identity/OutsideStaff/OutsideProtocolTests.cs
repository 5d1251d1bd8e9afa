using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.OutsideIssuers;
using Microsoft.IdentityModel.Tokens;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>What comes back from a provider is believed when it is its answer to this browser's question, and signed by its keys.</summary>
public sealed class OutsideProtocolTests : IAsyncLifetime
{
    private readonly OutsideStaffFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("iss", "\"https://another.example\"")]
    [InlineData("aud", "\"another client\"")]
    [InlineData("nonce", "\"of another question\"")]
    [InlineData("nonce", null)]
    [InlineData("exp", "1")]
    [InlineData("auth_time", null)]
    [InlineData("auth_time", "\"1700000000\"")]
    [InlineData("auth_time", "1.5")]
    [InlineData("auth_time", "99999999999999999")]
    [InlineData("auth_time", "1700000000")]
    [InlineData("sub", null)]
    [InlineData("sub", "42")]
    [InlineData("sub", "\"\"")]
    public async Task An_id_token_that_says_something_else_is_refused(string claim, string? value)
    {
        _fixture.Provider.Staff.Change = claims =>
        {
            if (value is null)
                claims.Remove(claim);
            else
                claims[claim] = JsonNode.Parse(value);
        };

        await RefusedAsync(await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators)));
    }

    [Fact]
    public async Task Keys_that_the_provider_changes_to_are_taken_at_once()
    {
        await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators));
        _fixture.Provider.ChangeKeys();
        _fixture.Server.Clock.Advance(TimeSpan.FromSeconds(11));

        var back = await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators));

        Assert.Equal("/admin", back.Location!.ToString());
    }

    [Fact]
    public async Task Keys_that_the_provider_does_not_publish_sign_nothing()
    {
        using var browser = new Browser(_fixture.Server);
        _fixture.Provider.Staff.Person = Person(Coordinators);
        await using var other = await StandInIssuer.StartAsync();
        var back = await ComeBackAsync(browser);
        _fixture.Provider.SignWith(other.Keys);

        await RefusedAsync(await browser.GetAsync(back));
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", false)]
    [InlineData("""{"alg":"none","kid":"stand-in-1"}""", false)]
    [InlineData("""{"alg":"HS256","kid":"stand-in-1"}""", true)]
    [InlineData("""{"alg":"RS256"}""", true)]
    public async Task An_id_token_that_no_published_key_has_signed_by_its_name_is_refused(string header, bool withSignature)
    {
        _fixture.Provider.Staff.Reshape = token => token.Split('.') is [_, var claims, var signature]
            ? $"{Base64UrlEncoder.Encode(header)}.{claims}.{(withSignature ? signature : "")}"
            : token;

        await RefusedAsync(await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators)));
    }

    [Fact]
    public async Task An_answer_opens_once_and_in_the_browser_that_asked()
    {
        using var browser = new Browser(_fixture.Server);
        using var other = new Browser(_fixture.Server);
        _fixture.Provider.Staff.Person = Person(Coordinators);
        var back = await ComeBackAsync(browser);

        await RefusedAsync(await other.GetAsync(back));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(back)).Status);
        await RefusedAsync(await browser.GetAsync(back));
    }

    [Fact]
    public async Task Who_gives_up_there_gets_a_page_and_the_log_has_the_protocols_word_alone()
    {
        _fixture.Provider.Staff.Error = "access_denied";
        await RefusedAsync(await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators)));
        _fixture.Provider.Staff.Error = "Kari Nordmann wrote this";
        await RefusedAsync(await _fixture.SignInAsync(new Browser(_fixture.Server), Person(Coordinators)));

        Assert.Contains("Nobody came from entra: access_denied", _fixture.Server.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kari Nordmann", _fixture.Server.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_log_nor_the_audit_has_more_of_a_person_than_its_id()
    {
        var person = Person(Coordinators);
        using var browser = new Browser(_fixture.Server);
        _fixture.Provider.Staff.Person = person;
        var back = await ComeBackAsync(browser);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(back)).Status);

        foreach (var value in (string[])[(string)person["email"]!, (string)person["name"]!, (string)person["sub"]!, StandInSignIn.Secret, back.Split("code=")[1].Split('&')[0]])
        {
            Assert.DoesNotContain(value, _fixture.Server.Logs.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await _fixture.Server.Database.ScalarAsync<long>($"select count(*) from audit as row where row::text ilike '%{value}%'"));
        }
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_gets_a_page_that_says_so()
    {
        await using var server = await IdentityServer.StartAsync(more: _fixture.Settings());
        await _fixture.Provider.DisposeAsync();

        using var browser = new Browser(server, "nb");
        var page = await browser.GetAsync(Entra);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Tjenesten svarer ikke nå", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_provider_and_no_other_way_back_is_taken()
    {
        using var browser = new Browser(_fixture.Server);
        _fixture.Provider.Staff.Person = Person(Coordinators);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connect/outside/another")).Status);
        var back = await browser.GetAsync(await ComeBackAsync(browser, $"{Entra}?back=https%3A%2F%2Fevil.example%2F"));

        Assert.Equal("/admin", back.Location!.ToString());
    }

    [Theory]
    [InlineData("entra:Issuer", "http://login.example", "https://")]
    [InlineData("entra:ClientSecret", null, "is missing")]
    [InlineData("entra:Scope", "profile", "must name openid")]
    [InlineData("entra:Parameters:state", "x", "is not for the settings to say")]
    [InlineData("entra:Roles:boss:0", "x", "names 'boss'")]
    [InlineData("entra:SecondFactor:Values:0", "", "must be a list of values")]
    [InlineData("entra:Role:viewer:0", "x", "entra:Role is no setting")]
    [InlineData("entra:SecondFactor:Value:0", "mfa", "SecondFactor:Value is no setting")]
    [InlineData("entra:RoleClaim", "groups ", "One blank")]
    [InlineData("entra:SecondFactor:Claim", " amr", "One blank")]
    [InlineData("entra:Scope", "openid  profile", "One blank")]
    [InlineData("Entra_2:DisplayName", "x", "cannot stand in an address")]
    public void Settings_that_cannot_be_kept_stop_the_start(string setting, string? value, string told)
    {
        var settings = _fixture.Settings();
        settings[$"Identity:OutsideIssuers:Staff:{setting}"] = value;

        var error = Assert.Throws<SettingException>(() => IdentityServer.Build("Host=nowhere", keys: null, more: settings));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_providers_with_one_issuer_stop_the_start()
    {
        var settings = _fixture.Settings();
        settings["Identity:OutsideIssuers:Staff:ansattporten:Issuer"] = _fixture.Provider.Name;

        var error = Assert.Throws<SettingException>(() => IdentityServer.Build("Host=nowhere", keys: null, more: settings));

        Assert.Contains($"'{_fixture.Provider.Name}' more than once: ansattporten, entra", error.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Seen page)
    {
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("could not be confirmed. Try again.", page.Html, StringComparison.Ordinal);
        Assert.Equal(
            """anonymous account.sign-in-refused unknown {"issuer": "entra", "reason": "outside_failed"}""", (await _fixture.RowsAsync(1))[0]);
    }
}
