namespace Kommunebro.NeedsIntake.Imports;

/// <summary>What happens to the right rows of a file that has wrong ones.</summary>
public enum ImportPolicy
{
    /// <summary>They are imported.</summary>
    SkipFaulty,

    /// <summary>They wait: nothing is imported until the whole file is right.</summary>
    AllOrNothing,
}

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>It is a submitted need now.</summary>
    Imported,

    /// <summary>It was tried only, and would be imported.</summary>
    Valid,

    /// <summary>An earlier import brought it; its need is named.</summary>
    AlreadyImported,

    /// <summary>The file has the same row before.</summary>
    StandsTwice,

    /// <summary>It breaks rules, which are named.</summary>
    Refused,

    /// <summary>It is right, but other rows are not, and the policy is all_or_nothing.</summary>
    HeldBack,
}
