using System.Text.Json;
using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>The verbs of the command "clients" that change the credentials of a partner's client.</summary>
internal sealed class ClientCredentialsCommand(ClientChange changes, RotateSecret rotate, IdentityDb db, OperatorRun run)
{
    /// <summary>For the help.</summary>
    public const string Verbs =
        "rotate-secret CLIENT-ID|ID | end-old-secret CLIENT-ID|ID | end-secrets CLIENT-ID|ID | keys CLIENT-ID|ID --file JWKS";

    private const string File = "--file";

    /// <summary>Does what <paramref name="args"/> say; null when they say nothing that it understands.</summary>
    /// <returns>The exit code: 0 done, 1 refused.</returns>
    public async Task<int?> TryAsync(string[] args, TextWriter output, CancellationToken cancellationToken) => args switch
    {
        ["rotate-secret", var client] => await run.RunAsync("clients rotate-secret", output, () => RotateAsync(client, output, cancellationToken)),
        ["end-old-secret", var client] =>
            await run.RunAsync("clients end-old-secret", output, () => EndOldAsync(client, output, cancellationToken)),
        ["end-secrets", var client] => await run.RunAsync("clients end-secrets", output, () => EndAllAsync(client, output, cancellationToken)),
        ["keys", var client, .. var rest] when GivenOptions.Of(rest, File) is { } given && given[File] is { } file =>
            await run.RunAsync("clients keys", output, () => ChangeKeysAsync(client, file, output, cancellationToken)),
        _ => null,
    };

    /// <summary>The keys in a file: a JSON Web Key Set, or one JSON Web Key.</summary>
    /// <exception cref="Refusal">Invalid unreadable_file or invalid_json.</exception>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var sent = JsonElement.Parse(await System.IO.File.ReadAllTextAsync(file, cancellationToken));
            return sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
                ? [.. keys.EnumerateArray()]
                : [sent];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(RefusalKind.Invalid, "unreadable_file", $"The file cannot be read: {unreadable.Message}", "file");
        }
        catch (JsonException)
        {
            // The message of the cause could quote a private key.
            throw new Refusal(RefusalKind.Invalid, "invalid_json", "The file is a JSON Web Key Set, or one JSON Web Key (RFC 7517).", "file");
        }
    }

    private async Task RotateAsync(string client, TextWriter output, CancellationToken cancellationToken)
    {
        var rotated = await rotate.RunAsync(await FindClients.ToChangeAsync(db, client, cancellationToken), cancellationToken);
        await output.WriteLineAsync($"New secret of client {rotated.Client.ClientId}, shown this once: {rotated.Secret}");
        await output.WriteLineAsync(rotated.Client.OldSecretEndsAt is { } end
            ? $"The one before is good until {end:u}, or until clients end-old-secret {rotated.Client.ClientId}"
            : "It is the client's first.");
    }

    private async Task EndOldAsync(string client, TextWriter output, CancellationToken cancellationToken)
    {
        var found = await FindClients.ToChangeAsync(db, client, cancellationToken);
        await changes.RunAsync(found, EndSecrets.OldAction, EndSecrets.EndOld, cancellationToken);
        await output.WriteLineAsync($"Client {found.ClientId} gets tokens with its newest secret alone.");
    }

    private async Task EndAllAsync(string client, TextWriter output, CancellationToken cancellationToken)
    {
        var found = await FindClients.ToChangeAsync(db, client, cancellationToken);
        await changes.RunAsync(found, EndSecrets.AllAction, EndSecrets.EndAll, cancellationToken);
        await output.WriteLineAsync($"Client {found.ClientId} has no secret any more; it signs with its keys.");
    }

    private async Task ChangeKeysAsync(string client, string file, TextWriter output, CancellationToken cancellationToken)
    {
        var keys = ChangeKeys.Check(new KeysRequest(await ReadAsync(file, cancellationToken)));
        var found = await FindClients.ToChangeAsync(db, client, cancellationToken);
        await changes.RunAsync(found, ChangeKeys.Action, (one, application) => ChangeKeys.Take(one, application, keys), cancellationToken);
        await output.WriteLineAsync(keys.Count == 0
            ? $"Client {found.ClientId} has no keys any more."
            : $"Client {found.ClientId} signs with: {string.Join(", ", keys.Select(key => key.Kid))}.");
    }
}
