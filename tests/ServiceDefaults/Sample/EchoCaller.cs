using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>Another service, which asks the sample service by gRPC.</summary>
internal sealed class EchoCaller : IAsyncDisposable
{
    private readonly WebApplication _app;

    public EchoCaller(string address, TimeSpan? deadline = null, Action<IServiceCollection>? services = null)
    {
        var settings = new Dictionary<string, string?> { ["Other:Services:Echo"] = address };
        if (deadline is { } given)
            settings["Other:Services:Deadline"] = given.ToString();
        _app = SampleHost.Build("Other", RunningHost.Options(settings, services));
        Client = _app.Services.GetRequiredService<Echo.EchoClient>();
        Http = _app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
    }

    public Echo.EchoClient Client { get; }

    /// <summary>A client of the kind that this service would use for HTTP.</summary>
    public HttpClient Http { get; }

    public async Task<SayReply> SayAsync(string text) => await Client.SayAsync(new SayRequest { Text = text });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
