using System.Net.WebSockets;
using System.Text;
using Kommunebro.Tests.Gateway.Hosting;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class WebSocketsTests
{
    [Fact]
    public async Task Messages_pass_both_ways_and_so_does_the_end()
    {
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[100];
            while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: WebSocketMessageType.Text } message)
                await socket.SendAsync(buffer.AsMemory(0, message.Count), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", context.RequestAborted);
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);
        using var client = new ClientWebSocket();
        client.Options.SetRequestHeader("Host", "issuer.test");
        var address = new UriBuilder(new Uri(gateway.Http.BaseAddress!, "/admin/live")) { Scheme = "ws" }.Uri;

        await client.ConnectAsync(address, TestContext.Current.CancellationToken);
        foreach (var word in (string[])["одне", "to"])
        {
            await client.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
            var buffer = new byte[100];
            var echo = await client.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            Assert.Equal(word, Encoding.UTF8.GetString(buffer, 0, echo.Count));
        }

        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        Assert.Equal("bye", client.CloseStatusDescription);
    }
}
