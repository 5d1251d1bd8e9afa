using System.Text.Json;
using Kommunebro.Contracts;

namespace Kommunebro.Registry.Areas;

/// <summary>An area as it stands in the list.</summary>
/// <param name="Code">E.g. "WAT".</param>
/// <param name="Names">The name in the three languages.</param>
/// <param name="Broader">The broader group.</param>
/// <param name="DacCodes">OECD DAC CRS purpose codes.</param>
public sealed record AreaEntry(string Code, LocalizedText Names, string Broader, IReadOnlyList<string> DacCodes);

/// <summary>The code list that this version of registry brings along.</summary>
internal static class AreaList
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static async Task<IReadOnlyList<AreaEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var list = typeof(AreaList).Assembly.GetManifestResourceStream("areas.json")
            ?? throw new InvalidOperationException("The list of areas is not in the assembly.");
        return await JsonSerializer.DeserializeAsync<List<AreaEntry>>(list, Options, cancellationToken) ?? [];
    }
}
