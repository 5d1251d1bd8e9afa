using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Registry.Coverage;

/// <summary>How many hromadas are helped by somebody, and how many by nobody.</summary>
/// <param name="AsOf">The day, in Kyiv.</param>
/// <param name="Rows">By oblast and programme category.</param>
/// <param name="Totals">By programme category.</param>
/// <param name="SuppressedBelow">Numbers below this one are suppressed; 0 when none is.</param>
public sealed record HelpCoverageView(DateOnly AsOf, IReadOnlyList<HelpCoverageRow> Rows, IReadOnlyList<HelpCoverageRow> Totals, int SuppressedBelow);

/// <summary>Some of the hromadas.</summary>
/// <param name="Oblast">Where they are; null for all.</param>
/// <param name="Category">outside_war_zone or war_zone; null for those on which nobody has decided.</param>
/// <param name="Hromadas">How many there are.</param>
/// <param name="Helped">How many of them are helped; null when suppressed, since few could be recognised.</param>
/// <param name="NotHelped">How many are not; null when suppressed.</param>
public sealed record HelpCoverageRow(RegionView? Oblast, ProgrammeCategory? Category, int Hromadas, int? Helped, int? NotHelped);
