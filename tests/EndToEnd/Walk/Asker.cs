using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Somebody who walks by all doors.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Kind">Nobody for all whose token is none.</param>
/// <param name="Token">The access token; null sends none.</param>
/// <param name="Organisation">A partner's organisation, as the tables call it.</param>
/// <param name="Scopes">A partner's scopes.</param>
internal sealed record Asker(string Name, CallerKind Kind, string? Token, string? Organisation = null, params IReadOnlyList<string> Scopes)
{
    /// <summary>The name of a person with an account and no role.</summary>
    public const string WithoutRole = "without role";

    public override string ToString() => Name;
}
