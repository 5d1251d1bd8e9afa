using System.Net;
using System.Net.Sockets;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class DrainTests
{
    [Fact]
    public async Task What_was_asked_before_the_end_is_answered_and_nothing_new_is_taken()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            entered.SetResult();
            await goOn.Task;
            await context.Response.WriteAsync("done");
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var address = gateway.Http.BaseAddress!;
        var asked = gateway.SendAsync(HttpMethod.Post, "/admin/needs");
        await entered.Task;

        var stopping = gateway.StopAsync();
        await Eventually.TrueAsync(async () => await IsClosedAsync(address), "nothing new is taken");
        Assert.False(stopping.IsCompleted);
        goOn.SetResult();

        using var answer = await asked;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("done", await answer.Content.ReadAsStringAsync());
        await stopping;
    }

    private static async Task<bool> IsClosedAsync(Uri address)
    {
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(address.Host, address.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
