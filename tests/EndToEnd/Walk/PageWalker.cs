using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Tries every page of the admin client as everybody with an account, and as nobody.</summary>
internal sealed class PageWalker(WalkPlatform platform, Verdict verdict)
{
    private static readonly Asker Nobody = new("nobody", CallerKind.Nobody, null);

    // Who holds a link acts for the hromada that got it.
    private static readonly Asker LinkHolder = new("who got a link", CallerKind.Partner, null, "owner");

    public async Task WalkAsync(IEnumerable<Row> rows)
    {
        using var stranger = new StaffBrowser(platform.Origin);
        var staff = await platform.BrowsersAsync();
        foreach (var row in rows)
            if (row.Staff.Contains(Row.Everybody))
                await LookAsync(row, LinkHolder, stranger);
            else
            {
                await LookAsync(row, Nobody, stranger);
                // Pages are for people with a session: a token opens none.
                await LookAsync(row, Nobody, stranger, platform.Askers.Single(asker => asker.Name == "ks").Token);
                foreach (var (asker, browser) in staff)
                {
                    await LookAsync(row, asker, browser);
                    await ForgeFormAsync(row, asker, browser);
                }
            }

        foreach (var (_, browser) in staff)
            browser.Dispose();
    }

    private async Task LookAsync(Row row, Asker asker, StaffBrowser browser, string? bearer = null)
    {
        var ids = IdsOf(row);
        verdict.Of(row, asker, ids, await browser.GetAsync(Requests.Fill(row.Path, ids), bearer));
    }

    /// <summary>
    /// A form from elsewhere, without the page's guard, does nothing: who may see the page is shown it again. Whether somebody
    /// writes for the right side is known only then.
    /// </summary>
    private async Task ForgeFormAsync(Row row, Asker asker, StaffBrowser browser)
    {
        var answer = await browser.PostAsync(Requests.Fill(row.Path, IdsOf(row)));
        Assert.True(
            answer.Outcome is Outcome.NotFound or Outcome.Refused || (answer.Outcome == Outcome.Forbidden && row.DueFor(asker) == Due.Forbidden),
            $"POST of {row} as {asker}: {answer.Status}. {answer.Text}");
    }

    private IReadOnlyList<string> IdsOf(Row row) => row.Of is null ? [] : platform.Seed.Things[row.Of];
}
