using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Registers.Klass;

/// <summary>The import of what SSB's KLASS answers, as an operator calls it.</summary>
internal sealed class KlassImport(ApplyRegister apply, CountyNames counties, TimeProvider clock) : IRegisterImport
{
    public string Register => "klass";

    public string Help => "[--classification 131|104] [--target 128|112] [--as-of YYYY-MM-DD]   take in codes, changes or correspondences of SSB KLASS";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly("--classification", "--target", RegisterOptions.AsOf)
            || (options["--classification"] ?? "131") is not ("131" or "104") || options["--target"] is not (null or "128" or "112"))
            return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var question = new KlassQuestion(options["--classification"] is "104" ? 104 : 131, options["--target"] switch { null => null, "112" => 112, _ => 128 }, options.DayOf(today), today);
        await using var content = await file.OpenAsync(cancellationToken);
        var reading = new KlassFile(question, await counties.ReadAsync(today, cancellationToken)).Read(content);
        var report = await apply.RunAsync(reading, new RegisterOrigin(Register, file.Name, question.Day), options.DryRun, cancellationToken);
        await RegisterWords.TellAsync(report, options, output);
        return report.Faults.Count == 0;
    }
}
