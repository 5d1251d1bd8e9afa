using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class StreamsTests
{
    [Fact]
    public async Task An_event_of_a_stream_arrives_while_the_stream_goes_on()
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await goOn.Task;
            await context.Response.WriteAsync("data: second\n\n");
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin/live");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        // If the gateway held it back, this would wait for ever: the second comes only after the first was read.
        Assert.Equal("data: first", await lines.ReadLineAsync());
        goOn.SetResult();
        Assert.Equal("\ndata: second\n\n", (await lines.ReadToEndAsync()).ReplaceLineEndings("\n"));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task When_the_reader_goes_away_the_service_hears_of_it()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await gone.Task;
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        (await gateway.SendAsync(HttpMethod.Get, "/admin/live")).Dispose();

        await gone.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_stream_that_breaks_inside_ends_broken_outside()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await read.Task;
            context.Abort();
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin/live");

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("data: first", await lines.ReadLineAsync());
        read.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => lines.ReadToEndAsync());
    }
}
