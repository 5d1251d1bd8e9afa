namespace Kommunebro.Registry.Registers.Klass;

/// <summary>An answer of SSB's KLASS (https://data.ssb.no/api/klass/v1): codes, codesAt, changes or correspondsAt.</summary>
internal sealed record KlassAnswer(List<KlassCode?>? Codes = null, List<KlassCodeChange?>? CodeChanges = null, List<KlassPair?>? CorrespondenceItems = null);

/// <summary>
/// A code; in ranges from is inclusive and to exclusive. The answer to a range has its periods only as far as they lie in it: an end at the end of the range is
/// no end of the code.
/// </summary>
internal sealed record KlassCode(
    string? Code = null, string? Name = null, string? ValidFrom = null, string? ValidTo = null,
    string? ValidFromInRequestedRange = null, string? ValidToInRequestedRange = null);

/// <summary>A change.</summary>
internal sealed record KlassCodeChange(
    string? OldCode = null, string? OldName = null, string? NewCode = null, string? NewName = null, string? ChangeOccurred = null);

/// <summary>A code of one classification and the one of another that it belongs to.</summary>
internal sealed record KlassPair(string? SourceCode = null, string? TargetCode = null);

/// <summary>What was asked of KLASS, which its answers do not repeat.</summary>
/// <param name="Classification">131 municipalities, 104 counties.</param>
/// <param name="Target">128 centrality or 112 KOSTRA groups, of a correspondence.</param>
/// <param name="Day">The day of the codes; a list of codes without their periods is of it.</param>
/// <param name="Today">Today.</param>
internal sealed record KlassQuestion(int Classification, int? Target, DateOnly Day, DateOnly Today)
{
    /// <summary>Norway's divisions change on 1 January: the codes of a day of this year are today's.</summary>
    public bool IsOfToday => Day.Year == Today.Year;
}
