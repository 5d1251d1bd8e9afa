namespace Kommunebro.Registry.Areas;

/// <summary>What other lists call an area, beside the purpose codes of OECD DAC; null where a list has nothing that fits, and where it was never said.</summary>
/// <param name="RdnaSector">Sector of the rapid damage and needs assessments of the World Bank, the European Union and the United Nations for Ukraine, in small letters with underscores.</param>
/// <param name="Cofog">Group of the Classification of the Functions of Government (United Nations, 1999), e.g. "06.3".</param>
/// <param name="Cluster">Humanitarian cluster or area of responsibility, by the letters that OCHA uses, e.g. "WSH" or "PRO-GBV".</param>
/// <param name="Oc4idsSector">Project sector of the Open Contracting for Infrastructure Data Standard, e.g. "waterAndWaste".</param>
public sealed record AreaMapping(string? RdnaSector, string? Cofog, string? Cluster, string? Oc4idsSector);
