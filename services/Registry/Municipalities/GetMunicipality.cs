using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>One municipality by its official code.</summary>
public sealed class GetMunicipality(RegistryDb db)
{
    /// <summary>The municipality with <paramref name="code"/>.</summary>
    /// <exception cref="Refusal">cyrillic_letters, or municipality_not_found.</exception>
    public async Task<Municipality> RunAsync(string code, CancellationToken cancellationToken)
    {
        if (CyrillicLetters.FaultOf(code) is { } fault)
            throw new Refusal(RefusalKind.Invalid, fault.Code, fault.Message, "code");
        return await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "No municipality has this code.");
    }
}
