using System.Net;
using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>The pages at which people sign in.</summary>
public sealed partial class SignInPageTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private const string Page = "/connect/sign-in";

    private readonly IdentityServer _server = fixture.Server;

    [Theory]
    [InlineData("nb-NO,nb;q=0.9", "nb", "Logg inn")]
    [InlineData("uk", "uk", "Увійти")]
    [InlineData("de", "en", "Sign in")]
    public async Task The_page_speaks_the_readers_language(string wish, string language, string title)
    {
        using var browser = new Browser(_server, wish);

        var page = await browser.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<html lang=\"{language}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_changes_the_language_and_keeps_the_way_back()
    {
        using var browser = new Browser(_server, "en");
        var asked = await browser.AuthorizeAsync();
        var page = await browser.GetAsync(asked.Location!.ToString());

        var ukrainian = WebUtility.HtmlDecode(LanguageLink().Match(page.Html).Groups["address"].Value);

        Assert.Contains("lang=uk", ukrainian, StringComparison.Ordinal);
        Assert.Contains("back=", ukrainian, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"uk\"", (await browser.GetAsync(ukrainian)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_can_say_the_language()
    {
        using var browser = new Browser(_server, "en");

        var asked = await browser.AuthorizeAsync(("ui_locales", "uk nb"));

        Assert.Equal("uk", System.Web.HttpUtility.ParseQueryString(asked.Location!.ToString().Split('?')[1])["lang"]);
    }

    [Fact]
    public async Task Fields_have_labels_and_tell_password_managers_what_they_are()
    {
        using var browser = new Browser(_server);

        var html = (await browser.GetAsync(Page)).Html;

        Assert.Matches("<label class=\"ds-label\" for=\"email\">", html);
        Assert.Matches("<input[^>]* id=\"email\"[^>]* autocomplete=\"username\"", html);
        Assert.Matches("<label class=\"ds-label\" for=\"password\">", html);
        Assert.Matches("<input[^>]* id=\"password\"[^>]* type=\"password\"[^>]* autocomplete=\"current-password\"", html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_missing_is_told_above_and_at_the_field()
    {
        using var browser = new Browser(_server);

        var answer = await browser.SubmitAsync(Page, ("email", ""), ("password", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("#email\">Write your e-mail address.</a>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"password-fault\"", answer.Html, StringComparison.Ordinal);
        Assert.Matches("<input[^>]* id=\"email\"[^>]* aria-invalid=\"true\"", answer.Html);
    }

    [Fact]
    public async Task An_unknown_account_and_a_wrong_password_get_the_same_answer()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var unknown = await browser.SubmitAsync(Page, ("email", "nobody@example.org"), ("password", "wrong password here"));
        var wrong = await browser.SubmitAsync(Page, ("email", account.Email), ("password", "wrong password here"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(unknown.Status, wrong.Status);
        Assert.Equal(Bare(unknown.Html, "nobody@example.org"), Bare(wrong.Html, account.Email));
    }

    [Fact]
    public async Task What_was_written_is_shown_again_as_text_and_the_password_is_not()
    {
        using var browser = new Browser(_server);

        var answer = await browser.SubmitAsync(Page, ("email", "\"><script>alert(1)</script>"), ("password", "hunter2 hunter2"));

        Assert.DoesNotContain("<script", answer.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hunter2", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var answer = await browser.PostAsync(Page, ("email", account.Email), ("password", IdentityServer.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The page was open for too long", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("kommunebro-sign-in", browser.Cookies.Keys);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/connect/authorize?")]
    [InlineData("/admin/delete-everything")]
    public async Task Signing_in_leads_only_back_to_an_authorization_request(string back)
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var answer = await browser.SubmitAsync(
            $"{Page}?back={Uri.EscapeDataString(back)}", ("email", account.Email), ("password", IdentityServer.Password));

        Assert.Equal("/admin", answer.Location?.ToString());
    }

    [Fact]
    public async Task The_cookie_is_for_this_service_alone()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var answer = await browser.SubmitAsync(Page, ("email", account.Email), ("password", IdentityServer.Password));

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("kommunebro-sign-in=", StringComparison.Ordinal));
        foreach (var part in (string[])["path=/connect", "secure", "httponly", "samesite=lax"])
            Assert.Contains($"; {part}", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_keeps_or_frames_the_page()
    {
        using var browser = new Browser(_server);

        var page = await browser.GetAsync(Page);

        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("@layer page", (await browser.GetAsync("/connect/pages.css")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_password_must_be_replaced_before_anything_else()
    {
        var created = await _server.UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest("temporary@example.org", "Temporary", "nb", [StaffRole.Viewer]), password: null, CancellationToken.None));
        using var browser = new Browser(_server);

        var asked = await browser.SignInAsync("temporary@example.org", created.Password);
        Assert.StartsWith("/connect/new-password", asked.Location!.ToString(), StringComparison.Ordinal);
        var page = asked.Location.ToString();
        foreach (var (first, second, fault) in ((string, string, string)[])[
            ("short", "short", "12 to 200"), (created.Password, created.Password, "another password"), ("a longer password", "another one", "differ")])
        {
            var refused = await browser.SubmitAsync(page, ("password", first), ("again", second));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(fault, refused.Html, StringComparison.Ordinal);
        }

        var taken = await browser.SubmitAsync(page, ("password", "a longer password"), ("again", "a longer password"));

        var back = await browser.GetAsync(taken.Location!.ToString());
        (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);
        using var elsewhere = new Browser(_server);
        var old = await elsewhere.SubmitAsync(Page, ("email", "temporary@example.org"), ("password", created.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.Status);
    }

    [Fact]
    public async Task Nobody_chooses_a_password_without_being_signed_in()
    {
        using var browser = new Browser(_server);

        Assert.StartsWith(Page, (await browser.GetAsync("/connect/new-password")).Location!.ToString(), StringComparison.Ordinal);
    }

    private static string Bare(string html, string email) => Guard().Replace(html, "").Replace(email, "", StringComparison.Ordinal);

    [GeneratedRegex("name=\"guard\" value=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Guard();

    [GeneratedRegex("href=\"(?<address>[^\"]*)\" lang=\"uk\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageLink();
}
