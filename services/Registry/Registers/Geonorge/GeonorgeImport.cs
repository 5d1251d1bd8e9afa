using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Registers.Geonorge;

/// <summary>The import of Geonorge's kommuneinfo, as an operator calls it.</summary>
internal sealed class GeonorgeImport(ApplyRegister apply, TimeProvider clock) : IRegisterImport
{
    public string Register => "geonorge";

    public string Help => "[--as-of YYYY-MM-DD]   take in counties, names and a point of each municipality of Geonorge's kommuneinfo";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly(RegisterOptions.AsOf)) return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var day = options.DayOf(today);
        await using var content = await file.OpenAsync(cancellationToken);
        var report = await apply.RunAsync(GeonorgeFile.Read(content, day.Year == today.Year), new RegisterOrigin(Register, file.Name, day), options.DryRun, cancellationToken);
        await RegisterWords.TellAsync(report, options, output);
        return report.Faults.Count == 0;
    }
}
