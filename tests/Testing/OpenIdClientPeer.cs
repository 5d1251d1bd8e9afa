using System.Text.Json;
using Kommunebro.Local.Processes;

namespace Kommunebro.Testing;

/// <summary>What a partner's program got that uses a client library of other people's making (openid-client, by npm).</summary>
/// <param name="Type">token_type.</param>
/// <param name="Scope">What the token allows.</param>
/// <param name="Lives">For how many seconds.</param>
/// <param name="Status">What the API answered to it.</param>
/// <param name="IsPage">Whether that was a page of a list.</param>
public sealed record OpenIdClientPeer(string Type, string Scope, int Lives, int Status, bool IsPage)
{
    /// <summary>Runs it; skips the test when Node is missing.</summary>
    /// <param name="origin">The platform.</param>
    /// <param name="way">post or basic for a secret, key for a private key.</param>
    /// <param name="id">The client id.</param>
    /// <param name="secret">The secret, or the private key as a JSON Web Key.</param>
    public static async Task<OpenIdClientPeer> AskAsync(Uri origin, string way, string id, string secret)
    {
        var script = Path.Combine(await NodePeer.Folder.Value, "openid-client.mjs");
        var run = await Command.RunAsync("node", [script, origin.ToString(), way, id, secret]);
        return run.Succeeded
            ? JsonSerializer.Deserialize<OpenIdClientPeer>(run.Output, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"The library does not work with it: {run.Error}");
    }
}
