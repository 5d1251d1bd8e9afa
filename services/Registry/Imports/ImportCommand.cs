using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Imports;

/// <summary>Takes in an official register from a file or an address.</summary>
internal sealed class ImportCommand(IEnumerable<IRegisterImport> imports, AuditActor actor) : IServiceCommand
{
    public string Name => "import";

    public string Help => string.Join(
        $"{Environment.NewLine}  {Name}   ", imports.Select(import => $"{import.Register} FILE|URL [--dry-run] [--lang nb|uk|en] {import.Help}"));

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        actor.Who = "registry import";
        if (args is not [var register, var source, .. var rest] || source.StartsWith('-')
            || imports.SingleOrDefault(import => import.Register == register) is not { } import || ImportOptions.Read(rest) is not { } options)
            return await HelpAsync(output);
        try
        {
            return await import.RunAsync(new ImportFile(source), options, output, cancellationToken) switch
            {
                true => 0,
                false => 1,
                _ => await HelpAsync(output),
            };
        }
        catch (Refusal refusal)
        {
            await output.WriteLineAsync(refusal.Violations.Count == 0
                ? refusal.Message
                : string.Join(Environment.NewLine, refusal.Violations.Select(violation => $"{violation.Field}: {violation.Message}")));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await output.WriteLineAsync($"The file cannot be read: {unreadable.Message}");
        }

        return 1;
    }

    private async Task<int> HelpAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Usage:{Environment.NewLine}  {Name}   {Help}");
        return 2;
    }
}
