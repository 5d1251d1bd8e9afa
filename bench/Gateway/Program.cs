using System.Globalization;
using Kommunebro.Bench.Gateway;
using Kommunebro.Bench.Gateway.Servers;

const double Goal = 1.5;

// Each server runs in a process of its own, so that its CPU time is its own.
return args switch
{
    ["upstream", var port] => await UpstreamServer.RunAsync(int.Parse(port, null)),
    ["bare", var port, var upstream] => await BareProxy.RunAsync(int.Parse(port, null), new Uri(upstream)),
    ["gateway", var port, var upstream] => await WholeGateway.RunAsync(int.Parse(port, null), new Uri(upstream)),
    [] => await Comparison.RunAsync(TimeSpan.FromSeconds(10), Goal),
    ["--seconds", var seconds] => await Comparison.RunAsync(TimeSpan.FromSeconds(int.Parse(seconds, null)), Goal),
    ["--seconds", var seconds, "--most", var ratio] =>
        await Comparison.RunAsync(TimeSpan.FromSeconds(int.Parse(seconds, null)), double.Parse(ratio, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("dotnet run -c Release --project bench/Gateway [-- --seconds N [--most R]]   CPU time per request of the gateway and of bare YARP; fails above R times (1.5)");
    return 2;
}
