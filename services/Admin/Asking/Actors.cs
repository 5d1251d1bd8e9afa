using Kommunebro.Contracts.Identity.V1;

namespace Kommunebro.Admin.Asking;

/// <summary>Names of those who did something. The page also works without them.</summary>
public sealed class Actors(IdentityClient identity)
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Asks for the names of <paramref name="actors"/>, once.</summary>
    public async Task LearnAsync(IEnumerable<string> actors)
    {
        var unknown = actors.Where(actor => actor.Length > 0 && !_names.ContainsKey(actor)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return;
        var reply = await identity.NameActorsAsync(new NameActorsRequest { Actors = { unknown } }).ReplyAsync();
        foreach (var (actor, name) in reply.Value?.Names ?? [])
            _names[actor] = name;
    }

    /// <summary>The name, else what audit says.</summary>
    public string NameOf(string actor) => _names.GetValueOrDefault(actor, actor);
}
