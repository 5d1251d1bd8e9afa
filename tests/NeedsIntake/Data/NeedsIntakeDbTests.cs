using Kommunebro.NeedsIntake.Data;
using Kommunebro.Tests.NeedsIntake.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.NeedsIntake.Data;

public sealed class NeedsIntakeDbTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var scope = fixture.Server.Services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<NeedsIntakeDb>().Database.HasPendingModelChanges());
    }
}
