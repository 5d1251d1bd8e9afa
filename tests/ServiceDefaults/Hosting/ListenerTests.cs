using System.Net;
using System.Net.Sockets;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Hosting;

public sealed class ListenerTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    public async Task All_addresses_of_the_machine_may_be_listened_on(string address)
    {
        // Built and not started: tests listen on loopback alone.
        await using var host = Build("Sample:Listen:Http", address);

        Assert.Equal(address, host.Services.GetRequiredService<ServiceIdentity>().Settings["Listen:Http"]);
    }

    [Theory]
    [InlineData("http://localhost:5101")]
    [InlineData("http://registry.example:5101")]
    [InlineData("http://*:5101")]
    [InlineData("dns:///127.0.0.1:5101")]
    public void A_name_is_not_listened_on(string address)
    {
        var refusal = Assert.Throws<SettingException>(() => Build("Sample:Listen:Http", address));

        Assert.StartsWith($"Sample:Listen:Http is '{address}'.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5101")]
    [InlineData("127.0.0.1:5101")]
    [InlineData("https://127.0.0.1:5101")]
    [InlineData("http://127.0.0.1:123456")]
    [InlineData("unix:")]
    [InlineData("unix:relative.sock")]
    public void What_is_no_address_is_told_with_the_settings_name(string address)
    {
        var refusal = Assert.Throws<SettingException>(() => Build("Sample:Listen:Grpc", address));

        Assert.StartsWith("Sample:Listen:Grpc is '", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_path_that_the_system_does_not_take_is_told() =>
        Assert.Contains("so long", Assert.Throws<SettingException>(() => Build("Sample:Listen:Http", $"unix:/tmp/{new string('a', 200)}")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_setting_is_told_with_its_environment_variable()
    {
        var refusal = Assert.Throws<SettingException>(() => Build("Sample:Listen:Http", ""));

        Assert.Equal("The setting Sample:Listen:Http is missing. Set the environment variable Sample__Listen__Http.", refusal.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:")]
    [InlineData("http://[::1]:0", "http://[::1]:")]
    public async Task A_host_on_port_0_tells_where_it_listens(string setting, string start)
    {
        await using var host = await RunningHost.StartAsync(new() { ["Sample:Listen:Http"] = setting, ["Sample:Listen:Grpc"] = setting });

        Assert.StartsWith(start, host.Addresses.Http, StringComparison.Ordinal);
        Assert.StartsWith(start, host.Addresses.Grpc, StringComparison.Ordinal);
        Assert.NotEqual(host.Addresses.Http, host.Addresses.Grpc);
        Assert.Equal(HttpStatusCode.OK, await LiveAsync(host));
    }

    [Fact]
    public async Task Before_the_start_there_are_no_addresses()
    {
        await using var app = SampleHost.Build("Sample", RunningHost.Options(null));

        Assert.Throws<InvalidOperationException>(() => ListenAddresses.Of(app));
    }

    [Fact]
    public async Task A_host_listens_on_unix_sockets_and_takes_them_away_when_it_stops()
    {
        var sockets = Sockets();
        await using (var host = await RunningHost.StartAsync(sockets))
        {
            Assert.Equal(sockets["Sample:Listen:Http"], host.Addresses.Http);
            Assert.Equal(sockets["Sample:Listen:Grpc"], host.Addresses.Grpc);
            Assert.Equal(HttpStatusCode.OK, await LiveAsync(host));
        }

        Assert.False(File.Exists(PathOf(sockets)));
    }

    [Fact]
    public async Task A_socket_that_a_killed_process_left_behind_is_replaced()
    {
        var sockets = Sockets();
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint($"{PathOf(sockets)}.before"));
            // Closing the socket deletes its file; not so under another name, which then is what a kill leaves.
            File.Move($"{PathOf(sockets)}.before", PathOf(sockets));
        }

        Assert.True(File.Exists(PathOf(sockets)));
        await using var host = await RunningHost.StartAsync(sockets);

        Assert.Equal(HttpStatusCode.OK, await LiveAsync(host));
    }

    [Fact]
    public async Task A_socket_that_another_program_serves_is_left_alone()
    {
        var sockets = Sockets();
        await using var first = await RunningHost.StartAsync(sockets);

        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(sockets));

        Assert.Contains("a program listens there", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await LiveAsync(first));
    }

    [Fact]
    public async Task A_file_that_is_no_socket_is_left_alone()
    {
        var sockets = Sockets();
        await File.WriteAllTextAsync(PathOf(sockets), "precious");

        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(sockets));

        Assert.Contains("no socket", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(PathOf(sockets)));
    }

    [Fact]
    public async Task A_socket_in_a_folder_that_is_missing_is_told()
    {
        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(new() { ["Sample:Listen:Http"] = "unix:/no-such-folder/a.sock" }));

        Assert.Contains("folder does not exist", refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(string key, string value) => SampleHost.Build("Sample", RunningHost.Options(new() { [key] = value }));

    private static Dictionary<string, string?> Sockets()
    {
        var folder = TemporaryFolder.Create("sockets");
        return new() { ["Sample:Listen:Http"] = $"unix:{folder}/http.sock", ["Sample:Listen:Grpc"] = $"unix:{folder}/grpc.sock" };
    }

    private static string PathOf(Dictionary<string, string?> sockets) => sockets["Sample:Listen:Http"]!["unix:".Length..];

    private static async Task<HttpStatusCode> LiveAsync(RunningHost host)
    {
        using var answer = await host.Http.GetAsync("/health/live");
        return answer.StatusCode;
    }
}
