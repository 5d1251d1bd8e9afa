using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Data;

/// <summary>Databases for the sample service.</summary>
internal static class SampleDatabase
{
    public static readonly TemplateDatabase Migrated = new("sample", connectionString => MigrateAsync(connectionString, TextWriter.Null));

    public static Dictionary<string, string?> Settings(string connectionString) => new() { ["Sample:Database"] = connectionString };

    public static async Task MigrateAsync(string connectionString, TextWriter output)
    {
        await using var app = SampleHost.Build("Sample", RunningHost.Options(Settings(connectionString)));
        await ServiceCommands.MigrateAsync(app.Services, output, CancellationToken.None);
    }
}
