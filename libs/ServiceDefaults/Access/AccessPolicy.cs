namespace Kommunebro.ServiceDefaults;

/// <summary>What an endpoint asks of its caller: one of the staff roles, or a client's scope of the policy's name.</summary>
/// <param name="Name">The policy and the OAuth scope, e.g. "needs.write".</param>
/// <param name="Roles">The staff roles that may; empty when only clients may.</param>
public sealed record AccessPolicy(string Name, IReadOnlyList<string> Roles)
{
    /// <summary>Whether <paramref name="caller"/> may.</summary>
    public bool Admits(Caller caller) => caller.Kind == CallerKind.Staff
        ? caller.Roles.Intersect(Roles, StringComparer.Ordinal).Any()
        : caller.Scopes.Contains(Name);
}
