namespace Kommunebro.Registry.Profiles;

/// <summary>What the land is like: what two places may have in common.</summary>
public enum GeographyTag
{
    /// <summary>By the sea.</summary>
    Coast,

    /// <summary>By a great river or lake.</summary>
    RiverBasin,

    /// <summary>Mountains.</summary>
    Mountain,

    /// <summary>Steppe.</summary>
    Steppe,

    /// <summary>Forest.</summary>
    Forest,

    /// <summary>North of the polar circle, or as cold.</summary>
    Arctic,

    /// <summary>Islands.</summary>
    Island,

    /// <summary>By a border of the country.</summary>
    Border,

    /// <summary>A city or town.</summary>
    Urban,

    /// <summary>Villages.</summary>
    Rural,
}

/// <summary>Who heads a hromada by law. Under martial law a military administration may take the place of the elected head and council.</summary>
public enum LegalHead
{
    /// <summary>The head whom its people elected.</summary>
    Elected,

    /// <summary>The appointed head of a military administration.</summary>
    MilitaryAdministration,
}

/// <summary>The association of municipalities to which it belongs.</summary>
public enum Association
{
    /// <summary>Norwegian Association of Local and Regional Authorities.</summary>
    Ks,

    /// <summary>Association of Ukrainian Cities.</summary>
    Auc,
}
