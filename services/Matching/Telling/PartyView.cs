using Kommunebro.Contracts;

namespace Kommunebro.Matching.Telling;

/// <summary>A municipality.</summary>
/// <param name="Code">Official code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">County or oblast.</param>
/// <param name="Category">Programme category of a hromada.</param>
public sealed record PartyView(string Code, string Name, string Region, ProgrammeCategory? Category);
