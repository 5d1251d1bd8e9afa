namespace Kommunebro.Matching.Telling;

/// <summary>A need, with its hromada as it stands now.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="Hromada">Whose need it is.</param>
/// <param name="Title">What is needed; null when masked.</param>
/// <param name="Area">Its area.</param>
/// <param name="Urgency">1 to 4.</param>
/// <param name="Illustrative">True for an example.</param>
/// <param name="Masked">The fields that are not shown because the need is restricted.</param>
public sealed record NeedCard(
    Guid NeedId, PartyCard Hromada, string? Title, NamedCode Area, int Urgency, bool Illustrative, IReadOnlyList<string> Masked);
