using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Registers;
using Kommunebro.Registry.Territory;

namespace Kommunebro.Registry.Relations;

/// <summary>The import of relations, as an operator calls it.</summary>
internal sealed class RelationsImport(ImportRelations import, TimeProvider clock) : IRegisterImport
{
    public string Register => "relations";

    public string Help => "[--as-of YYYY-MM-DD]   take in who already helps whom: twin towns and partnerships of other programmes";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly(RegisterOptions.AsOf)) return null;
        var asOf = options.DayOf(clock.KyivToday());
        await using var content = await file.OpenAsync(cancellationToken);
        var report = await import.RunAsync(content, file.Name, asOf, options.DryRun, cancellationToken);
        await RelationsWords.TellAsync(report, options, output);
        return report.Faults.Count == 0;
    }
}
