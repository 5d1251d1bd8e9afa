using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>What a question about a supplier and a need must name.</summary>
internal static class AskedPair
{
    /// <summary>Refuses a question that does not name both.</summary>
    /// <exception cref="Refusal">400 missing_field, with the field.</exception>
    public static void Enforce(string? supplierCode, Guid? needId) => new Rules()
        .Required(supplierCode is { Length: > 0 }, "supplier", "Give the supplier's official code.")
        .Required(needId is not null, "need", "Give the need's id.")
        .Enforce();
}
