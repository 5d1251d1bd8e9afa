using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Registers.Attributes;

/// <summary>The import of attributes of municipalities, as an operator calls it.</summary>
internal sealed class AttributesImport(ApplyRegister apply, TimeProvider clock) : IRegisterImport
{
    public string Register => "attributes";

    public string Help => "[--as-of YYYY-MM-DD]   take in population, place, area, centre and other attributes by katottg or kommunenummer";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly(RegisterOptions.AsOf)) return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var content = await file.OpenAsync(cancellationToken);
        var reading = AttributesFile.Read(content, file.Name, today);
        var report = await apply.RunAsync(reading, new RegisterOrigin(Register, file.Name, options.DayOf(today)), options.DryRun, cancellationToken);
        await RegisterWords.TellAsync(report, options, output);
        return report.Faults.Count == 0;
    }
}
