using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.Contracts;

namespace Kommunebro.Registry.Areas;

/// <summary>An area as it stands in the list.</summary>
/// <param name="Code">E.g. "WAT".</param>
/// <param name="Names">The name in the three languages.</param>
/// <param name="Broader">The broader group.</param>
/// <param name="DacCodes">OECD DAC CRS purpose codes.</param>
/// <param name="RdnaSector">See <see cref="AreaMapping"/>, as the following three.</param>
/// <param name="Cofog">Group of COFOG.</param>
/// <param name="Cluster">Humanitarian cluster.</param>
/// <param name="Oc4idsSector">Project sector of OC4IDS.</param>
/// <param name="DeprecatedSince">Since when no new offer and no new need names it.</param>
/// <param name="ReplacedBy">The code of the area that took its place.</param>
public sealed record AreaEntry(
    string Code,
    LocalizedText Names,
    string Broader,
    IReadOnlyList<string> DacCodes,
    string? RdnaSector = null,
    string? Cofog = null,
    string? Cluster = null,
    string? Oc4idsSector = null,
    DateOnly? DeprecatedSince = null,
    string? ReplacedBy = null)
{
    /// <summary>What other lists call it.</summary>
    [JsonIgnore]
    public AreaMapping Mapping => new(RdnaSector, Cofog, Cluster, Oc4idsSector);
}

/// <summary>The code list that this version of registry brings along.</summary>
/// <param name="Version">The day on which it was changed last.</param>
/// <param name="Areas">All areas.</param>
public sealed record AreaList(string Version, IReadOnlyList<AreaEntry> Areas)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>It.</summary>
    public static AreaList Current { get; } = Read();

    private static AreaList Read()
    {
        using var list = typeof(AreaList).Assembly.GetManifestResourceStream("areas.json")
            ?? throw new InvalidOperationException("The list of areas is not in the assembly.");
        return JsonSerializer.Deserialize<AreaList>(list, Options) ?? throw new InvalidOperationException("The list of areas is empty.");
    }
}
