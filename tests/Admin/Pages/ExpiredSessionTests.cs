using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using Kommunebro.Tests.Admin.SignIn;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>An expired session does not lose a form.</summary>
public sealed class ExpiredSessionTests : IAsyncLifetime
{
    private IdentityStandIn _identity = null!;
    private AdminServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityStandIn.StartAsync();
        _server = await AdminServer.StartAsync(new AdminServerOptions { Settings = _identity.Settings });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task After_signing_in_again_the_words_are_there_and_nothing_was_sent()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync($"needs/{Samples.NeedId}");
        staff.LoseSession();

        var back = await staff.SubmitAsync(page, "return", ("question", "How many pumps?"));

        Assert.Empty(_server.Heard.Of<ReturnNeedRequest>());
        Assert.Equal($"/admin/needs/{Samples.NeedId}", back.Address.AbsolutePath);
        Assert.Contains("This was not sent, because your session had ended.", back.Text, StringComparison.Ordinal);
        Assert.Equal("How many pumps?", back.FieldsOf("return")["question"]);
        await staff.SubmitAsync(back, "return");
        Assert.Equal("How many pumps?", Assert.Single(_server.Heard.Of<ReturnNeedRequest>()).Question);
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from drafts"));
    }

    [Fact]
    public async Task A_form_whose_mark_is_no_longer_valid_is_shown_again()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync($"needs/{Samples.NeedId}");

        var back = await staff.SubmitAsync(page, "return", ("question", "How many pumps?"), ("__RequestVerificationToken", "stale"));

        Assert.Empty(_server.Heard.Of<ReturnNeedRequest>());
        Assert.Equal("How many pumps?", back.FieldsOf("return")["question"]);
    }

    [Fact]
    public async Task Another_site_puts_no_words_into_anybodys_mouth()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync($"needs/{Samples.NeedId}");
        staff.LoseSession();
        var fields = page.FieldsOf("return");
        fields["question"] = "From elsewhere";

        await staff.PostAsync($"needs/{Samples.NeedId}", fields, site: "cross-site");

        Assert.DoesNotContain("From elsewhere", (await staff.GetAsync($"needs/{Samples.NeedId}")).Html, StringComparison.Ordinal);
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from drafts"));
    }

    [Fact]
    public async Task Of_a_form_with_a_file_all_but_the_file_is_there_again()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync("needs/import");
        staff.LoseSession();

        var back = await staff.SubmitAsync(page, "import", "municipality"u8.ToArray(), "needs.csv", ("mode", "import"), ("policy", "all_or_nothing"));

        Assert.Empty(_server.Heard.Of<ImportNeedsRequest>());
        Assert.Equal(("import", "all_or_nothing"), (back.FieldsOf("import")["mode"], back.FieldsOf("import")["policy"]));
        Assert.Contains("Choose the file again", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_session_fills_no_disk_with_files()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync("needs/import");
        staff.LoseSession();

        await staff.SubmitAsync(page, "import", new byte[2 * 1024 * 1024], "needs.csv");

        Assert.Empty(_server.Heard.Of<ImportNeedsRequest>());
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from drafts"));
    }

    [Fact]
    public async Task What_waits_is_protected()
    {
        using var staff = _server.Visitor();
        var page = await staff.GetAsync($"needs/{Samples.NeedId}");
        staff.LoseSession();

        await staff.SubmitAsync(page, "return", ("question", "pumps"));

        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from drafts where position(convert_to('pumps', 'UTF8') in fields) = 0"));
    }
}
