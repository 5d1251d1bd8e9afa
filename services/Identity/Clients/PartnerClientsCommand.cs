using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>The verbs of the command "clients" that look after partners' clients.</summary>
internal sealed class PartnerClientsCommand(
    CreateClient create, RevokeClient revoke, ClientCredentialsCommand credentials, IdentityDb db, OperatorRun run)
{
    /// <summary>For the help.</summary>
    public const string Verbs =
        $"create --organisation ID --name N --scopes S[,S] [--keys JWKS] | list [--organisation ID] | revoke CLIENT-ID|ID | {ClientCredentialsCommand.Verbs}";

    private const string Organisation = "--organisation";
    private const string Keys = "--keys";

    /// <summary>Does what <paramref name="args"/> say; null when they say nothing that it understands.</summary>
    /// <returns>The exit code: 0 done, 1 refused.</returns>
    public async Task<int?> TryAsync(string[] args, TextWriter output, CancellationToken cancellationToken) => args switch
    {
        ["create", .. var rest] when GivenOptions.Of(rest, Organisation, "--name", "--scopes", Keys) is { } given =>
            await run.RunAsync("clients create", output, () => CreateAsync(given, output, cancellationToken)),
        ["list", .. var rest] when GivenOptions.Of(rest, Organisation) is { } given =>
            await run.RunAsync("clients list", output, () => ListAsync(given, output, cancellationToken)),
        ["revoke", var client] => await run.RunAsync("clients revoke", output, () => RevokeAsync(client, output, cancellationToken)),
        _ => await credentials.TryAsync(args, output, cancellationToken),
    };

    private static Guid IdOf(string? organisation) => Guid.TryParse(organisation, out var id) ? id : throw new Refusal(
        RefusalKind.Invalid,
        organisation is null ? "missing_field" : "invalid_id",
        "Give the organisation's id, as 'organisations list' shows it.",
        "organisation");

    private async Task CreateAsync(GivenOptions given, TextWriter output, CancellationToken cancellationToken)
    {
        var organisation = IdOf(given[Organisation]);
        var keys = given[Keys] is { } file ? await ClientCredentialsCommand.ReadAsync(file, cancellationToken) : null;
        var created = await create.RunAsync(organisation, new ClientRequest(given["--name"], given.List("--scopes"), keys), cancellationToken);
        await output.WriteLineAsync($"Client {created.Client.ClientId} may {string.Join(", ", created.Client.Scopes)}.");
        if (created.Secret is null)
        {
            await output.WriteLineAsync($"It has no secret, and signs with: {string.Join(", ", created.Client.KeyIds)}.");
            return;
        }

        await output.WriteLineAsync($"Its secret, shown this once: {created.Secret}");
        await output.WriteLineAsync("Give both to the partner by different ways. Who loses the secret gets another: clients rotate-secret.");
    }

    private async Task ListAsync(GivenOptions given, TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0;
        Guid? organisation = given[Organisation] is { } text ? IdOf(text) : null;
        await foreach (var client in FindClients.AllAsync(db, organisation, cancellationToken))
        {
            count++;
            var used = client.LastUsedAt is { } at ? $"used {at:u}" : "never used";
            await output.WriteLineAsync(
                $"{client.ClientId}  {(client.RevokedAt is { } end ? $"revoked {end:u}" : "active")}  {client.Name}  "
                + $"{string.Join(',', client.Scopes)}  {used}  organisation {client.OrganisationId}");
        }

        await output.WriteLineAsync($"{count} client(s).");
    }

    private async Task RevokeAsync(string client, TextWriter output, CancellationToken cancellationToken)
    {
        var found = await FindClients.ToChangeAsync(db, client, cancellationToken);
        await revoke.RunAsync(found, cancellationToken);
        await output.WriteLineAsync($"Client {found.ClientId} gets no more tokens; those that it holds end within ten minutes.");
    }
}
