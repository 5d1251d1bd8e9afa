using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Matching.Hosting;
using Kommunebro.Tests.Matching.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kommunebro.Tests.Matching.Data;

public sealed class SharedNeedsMigrationTests
{
    [Fact]
    public async Task A_need_that_was_given_away_before_needs_were_shared_stays_given_away_wholly()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        await desk.ReleasedAsync();
        await using var db = new MatchingDb(ServiceDatabase.DesignTime<MatchingDb>());
        db.Database.SetConnectionString(desk.Server.Database.ConnectionString);

        await db.GetService<IMigrator>().MigrateAsync("OccupiedHromadas", TestContext.Current.CancellationToken);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        // A later migration has registry's snapshot read once more, and there is no registry here.
        await desk.Server.Database.ScalarAsync<int>("insert into bootstraps (owner, at) values ('registry', now()) on conflict do nothing");

        Assert.Equal(4, await desk.Server.Database.ScalarAsync<int>("select quarters from holds"));
        Assert.Equal("need_taken", await Desk.RefusalAsync(desk.Ks.ProposeAsync(ProposeByHandTests.Propose(World.Sorvik.Code))));
    }
}
