using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Language and theme.</summary>
public sealed class ReadingTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    private AdminServer Server => fixture.Server;

    [Fact]
    public async Task Switching_the_language_keeps_page_and_state()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.PostAsync("reading", Choice("uk", back: "/admin/needs?status=submitted&page=2"));

        Assert.Equal("/admin/needs?status=submitted&page=2", page.Address.PathAndQuery);
        Assert.Contains("<html lang=\"uk\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("uk", page.Response.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task The_choice_follows_the_account_to_another_browser()
    {
        var account = Guid.CreateVersion7();
        using var office = Server.Visitor();
        await office.SignInAsync([StaffRole.Viewer], account);
        await office.PostAsync("reading", new Dictionary<string, string> { ["language"] = "nb", ["back"] = "/admin" });
        await office.PostAsync("reading", new Dictionary<string, string> { ["theme"] = "dark", ["back"] = "/admin" });

        using var home = Server.Visitor();
        await home.SignInAsync([StaffRole.Viewer], account);
        var page = await home.GetAsync("");

        Assert.Contains("<html lang=\"nb\" data-color-scheme=\"dark\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/admin/../../evil")]
    [InlineData("/admin\\@evil.example")]
    [InlineData("/administration")]
    public async Task It_leads_nowhere_else(string back)
    {
        using var visitor = await Server.StaffAsync(StaffRole.Viewer);

        var page = await visitor.PostAsync("reading", Choice("en", back));

        Assert.Equal(Server.Address.Authority, page.Address.Authority);
    }

    [Fact]
    public async Task Numbers_and_days_are_written_as_the_language_writes_them()
    {
        using var norwegian = Server.Visitor("nb");
        await norwegian.SignInAsync([StaffRole.Viewer]);

        var page = await norwegian.GetAsync("municipalities/3301");

        Assert.Contains("106\u00a0013", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Choice(string language, string back) => new() { ["language"] = language, ["back"] = back };
}
