using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>Another service, which asks the sample service by gRPC.</summary>
internal sealed class EchoCaller : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoCaller(WebApplication app)
    {
        _app = app;
        Client = _app.Services.GetRequiredService<Echo.EchoClient>();
        Vault = _app.Services.GetRequiredService<Vault.VaultClient>();
        Http = _app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
    }

    public Echo.EchoClient Client { get; }

    public Vault.VaultClient Vault { get; }

    /// <summary>A client of the kind that this service would use for HTTP.</summary>
    public HttpClient Http { get; }

    /// <summary>A caller that gets its tokens from the test issuer, unless <paramref name="settings"/> say another.</summary>
    public static async Task<EchoCaller> CreateAsync(
        string address,
        TimeSpan? deadline = null,
        Action<IServiceCollection>? services = null,
        Dictionary<string, string?>? settings = null)
    {
        settings ??= (await TestIssuer.GetAsync()).SettingsFor("Other");
        settings["Other:Services:Echo"] = address;
        if (deadline is { } given)
            settings["Other:Services:Deadline"] = given.ToString();
        return new EchoCaller(SampleHost.Build("Other", RunningHost.Options(settings, services)));
    }

    public async Task<SayReply> SayAsync(string text) => await Client.SayAsync(new SayRequest { Text = text });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
