using System.Globalization;
using System.Text;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Registry.Territory;

/// <summary>A registry with one hromada, into which a test imports lists at times of its own.</summary>
internal sealed class ListedHromada : IAsyncLifetime
{
    public RegistryServer Server { get; } = new();

    /// <summary>The time of imports.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 1, 10, 0, 0, TimeSpan.Zero));

    public string Code { get; } = Bodies.NextKatottg();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        (await Server.PutMunicipalityAsync(Bodies.Hromada(Code))).As<MunicipalityView>();
    }

    /// <summary>Imports an edition of these rows: code, category, start, end.</summary>
    public async Task<TerritoryReport> ImportAsync(string published, string rows, string recorded = "2026-11-20", bool dryRun = false)
    {
        Clock.SetUtcNow(DateTimeOffset.Parse($"{recorded}T10:00Z", CultureInfo.InvariantCulture));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"katottg,category,start_date,end_date\n{rows}\n"));
        return await Server.InsideAsync(services => new ImportTerritory(
                services.GetRequiredService<RegistryDb>(), services.GetRequiredService<ApplyTerritory>(), Clock)
            .RunAsync(file, new EditionOrigin("376", DateOnly.Parse(published, CultureInfo.InvariantCulture), "list.csv"), dryRun, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
