using System.Globalization;
using Kommunebro.Bench.Engine;
using Kommunebro.Bench.Engine.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return args switch
    {
        ["synthetic", .. var rest] => await Synthetic.RunAsync(rest),
        ["gap", .. var rest] => Gap.Run(rest),
        ["scoring", .. var rest] => Scoring.Run(rest),
        ["repair", .. var rest] => Repair.Run(rest),
        ["check", .. var rest] => Check.Run(rest),
        [Peer.Command, .. var rest] => Peer.Run(rest),
        ["help" or "--help" or "-h"] => Usage.Show(),
        [] => throw new UsageException("Say what to measure."),
        _ => throw new UsageException($"There is no command '{args[0]}'."),
    };
}
catch (UsageException fault)
{
    return fault.Show();
}
