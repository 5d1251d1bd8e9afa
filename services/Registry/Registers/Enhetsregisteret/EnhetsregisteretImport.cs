using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Imports;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Registers.Enhetsregisteret;

/// <summary>The import of units of Enhetsregisteret, as an operator calls it.</summary>
internal sealed class EnhetsregisteretImport(RegistryDb db, ApplyRegister apply, CountyNames counties, TimeProvider clock) : IRegisterImport
{
    public string Register => "enhetsregisteret";

    public string Help => "[--as-of YYYY-MM-DD]   take in organisation numbers, addresses and websites; registers county authorities and inter-municipal companies";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly(RegisterOptions.AsOf)) return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var content = await file.OpenAsync(cancellationToken);
        var numbers = await db.Municipalities.AsNoTracking().Where(municipality => municipality.Country == Country.No && municipality.Facts.OrganisationNumber != null)
            .ToDictionaryAsync(municipality => municipality.Code, municipality => municipality.Facts.OrganisationNumber!, StringComparer.Ordinal, cancellationToken);
        var reading = new EnhetsregisteretFile(await counties.ReadAsync(today, cancellationToken), numbers).Read(content);
        var report = await apply.RunAsync(reading, new RegisterOrigin(Register, file.Name, options.DayOf(today)), options.DryRun, cancellationToken);
        await RegisterWords.TellAsync(report, options, output);
        return report.Faults.Count == 0;
    }
}
