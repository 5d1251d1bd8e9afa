namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What a hromada may add to its need; all of it may be unknown.</summary>
public sealed record NeedParticulars
{
    /// <summary>Nothing is known.</summary>
    public static readonly NeedParticulars None = new();

    public NeedKind? Kind { get; init; }

    /// <summary>Codes of areas that it touches, too, without its own.</summary>
    public IReadOnlyList<string> SecondaryAreas { get; init; } = [];

    /// <summary>The languages whose texts are translations.</summary>
    public IReadOnlyList<NeedTranslation> Translations { get; init; } = [];

    public PeopleAffected? PeopleAffected { get; init; }

    public RequestedQuantity? Quantity { get; init; }

    public Readiness? Readiness { get; init; }

    /// <summary>DREAM-UA-DDMMYY-XXXXXXXX.</summary>
    public string? DreamId { get; init; }

    public RdnaSector? RdnaSector { get; init; }

    public NeedCost? Cost { get; init; }

    /// <summary>What stands in the way, e.g. curfew, mined ground.</summary>
    public string? Constraints { get; init; }

    /// <summary>What the hromada wishes of a partner.</summary>
    public string? Wishes { get; init; }

    /// <summary>What it will not have.</summary>
    public string? Vetoes { get; init; }

    public NeedSource Source { get; init; }
}

/// <summary>A language whose texts are a translation.</summary>
/// <param name="Language">nb, uk or en.</param>
/// <param name="By">Who made it.</param>
public sealed record NeedTranslation(string Language, TranslationBy By);

/// <summary>How many people it concerns; each may be unknown.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Idps">Internally displaced persons among them.</param>
/// <param name="Children">Children among them.</param>
/// <param name="Veterans">Veterans among them.</param>
public sealed record PeopleAffected(int? Total, int? Idps, int? Children, int? Veterans);

/// <summary>How much is asked for.</summary>
/// <param name="Requested">More than 0.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Fulfilled">How much of it others have given already; null when unknown.</param>
public sealed record RequestedQuantity(decimal Requested, Unit Unit, decimal? Fulfilled);

/// <summary>What it costs.</summary>
/// <param name="Estimated">The estimate.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="OwnContribution">What the hromada pays of it; null when unknown.</param>
public sealed record NeedCost(decimal Estimated, string Currency, decimal? OwnContribution);
