using Kommunebro.Bench.Gateway;
using Kommunebro.Bench.Gateway.Servers;

// Each server runs in a process of its own, so that its CPU time is its own.
return args switch
{
    ["upstream", var port] => await UpstreamServer.RunAsync(int.Parse(port, null)),
    ["bare", var port, var upstream] => await BareProxy.RunAsync(int.Parse(port, null), new Uri(upstream)),
    ["gateway", var port, var upstream] => await WholeGateway.RunAsync(int.Parse(port, null), new Uri(upstream)),
    [] => await Comparison.RunAsync(TimeSpan.FromSeconds(10)),
    ["--seconds", var seconds] => await Comparison.RunAsync(TimeSpan.FromSeconds(int.Parse(seconds, null))),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("dotnet run -c Release --project bench/Gateway [-- --seconds N]   CPU time per request of the gateway and of bare YARP");
    return 2;
}
