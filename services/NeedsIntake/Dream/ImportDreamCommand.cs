using System.Globalization;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>An operator, or a timer of the operators, reads DREAM's change feed.</summary>
internal sealed class ImportDreamCommand(ImportDream import, AuditActor actor) : IServiceCommand
{
    private const int MostBytes = 20 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "import-dream";

    public string Help => $"[--from yyyy-MM-dd] [--address {DreamFeed.Address}] reads project ideas that changed, as drafts for a person";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        actor.Who = "needs-intake import-dream";
        if (!TryRead(args, out var from, out var address))
        {
            await output.WriteLineAsync($"Usage:{Environment.NewLine}  {Name}   {Help}");
            return 2;
        }

        using var http = new HttpClient { BaseAddress = address, Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
        try
        {
            var report = await import.RunAsync(new DreamFeed(http), from, cancellationToken);
            await ReportLines.WriteAsync(output, report.Complaints, "… and {0} more.");
            await output.WriteLineAsync($"{report}");
            return report.Complaints.Count == 0 ? 0 : 1;
        }
        catch (Exception away) when (away is Refusal or HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await output.WriteLineAsync($"{away.Message} What was read is kept; call it again to go on.");
            return 1;
        }
    }

    private static bool TryRead(string[] args, out DateTimeOffset? from, out Uri address)
    {
        (from, address) = (null, new Uri(DreamFeed.Address));
        foreach (var pair in args.Chunk(2))
            switch (pair)
            {
                case ["--from", var day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    from = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
                    break;
                case ["--address", var given] when Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"):
                    address = new Uri(uri, "/");
                    break;
                default:
                    return false;
            }

        return true;
    }
}
