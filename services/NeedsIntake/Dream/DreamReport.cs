using System.Globalization;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>What a reading of DREAM's feed brought.</summary>
internal sealed class DreamReport
{
    private readonly List<string> _complaints = [];

    /// <summary>What could not be brought, and why.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    private int New { get; set; }

    private int Changed { get; set; }

    private int Skipped { get; set; }

    private int Unplaced { get; set; }

    /// <summary>Counts an idea; null is one that is none: without id or title, or taken down.</summary>
    public void Count(KeptIdea? kept)
    {
        Skipped += kept is null ? 1 : 0;
        New += kept is { IsNew: true } ? 1 : 0;
        Changed += kept is { IsChanged: true } ? 1 : 0;
        Unplaced += kept is { IsNew: true } or { IsChanged: true } && kept.Idea.MunicipalityCode is null ? 1 : 0;
    }

    public void Refuse(string id, string why) => _complaints.Add($"The idea {id} was left out: {why}");

    /// <summary>More ideas changed at a moment than DREAM tells in a page; it has no way to ask for the others.</summary>
    public void TellCrowded(DateTimeOffset moment) => _complaints.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"More ideas changed at {moment:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'} than a page of DREAM holds; some may be missing until they change again or somebody brings them."));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{New} new, {Changed} changed, {Skipped} skipped; of the new and changed {Unplaced} have no hromada that is known.");
}
