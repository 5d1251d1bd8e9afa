using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Organisations;

/// <summary>Looks after partner organisations; the other services hear of each change, as after one by REST.</summary>
internal sealed class OrganisationsCommand(CreateOrganisation create, ChangeOrganisation change, IdentityDb db, OperatorRun run) : IServiceCommand
{
    private static readonly string[] Fields = ["--name", "--organisation-number", "--municipalities"];

    public string Name => "organisations";

    public string Help =>
        "create --name N [--organisation-number O] [--municipalities CODE[,CODE]] | list | revise ID [the same options] | close ID | reopen ID   "
        + "partner organisations and the municipalities that they act for; what revise is not given stays";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["create", .. var rest] when GivenOptions.Of(rest, Fields) is { } given:
                return await run.RunAsync("organisations create", output, () => CreateAsync(given, output, cancellationToken));
            case ["list"]:
                return await run.RunAsync("organisations list", output, () => ListAsync(output, cancellationToken));
            case ["revise", var text, .. { Length: > 0 } rest] when Guid.TryParse(text, out var id) && GivenOptions.Of(rest, Fields) is { } given:
                return await ChangeAsync("revise", id, organisation => Revise(organisation, given), output, cancellationToken);
            case ["close", var text] when Guid.TryParse(text, out var id):
                return await ChangeAsync("close", id, ChangeOrganisation.Close, output, cancellationToken);
            case ["reopen", var text] when Guid.TryParse(text, out var id):
                return await ChangeAsync("reopen", id, ChangeOrganisation.Reopen, output, cancellationToken);
            default:
                await output.WriteLineAsync($"Usage: {Name} {Help}");
                return 2;
        }
    }

    private static void Revise(Organisation organisation, GivenOptions given)
    {
        var (name, number, municipalities) = OrganisationRules.Check(new OrganisationRequest(
            given["--name"] ?? organisation.Name,
            given["--organisation-number"] ?? organisation.OrganisationNumber,
            given.List("--municipalities") ?? organisation.MunicipalityCodes));
        organisation.Change(name, number, municipalities);
    }

    private static string Line(OrganisationView organisation) =>
        $"{organisation.Id}  {(organisation.Active ? "active" : "closed")}  {organisation.Name}  {organisation.OrganisationNumber ?? "no number"}  "
        + (organisation.Municipalities.Count == 0 ? "acts for nobody" : string.Join(',', organisation.Municipalities));

    private async Task CreateAsync(GivenOptions given, TextWriter output, CancellationToken cancellationToken)
    {
        var organisation = await create.RunAsync(
            new OrganisationRequest(given["--name"], given["--organisation-number"], given.List("--municipalities")), cancellationToken);
        await output.WriteLineAsync(Line(organisation));
        await output.WriteLineAsync($"Now give it a client: clients create --organisation {organisation.Id} --name N --scopes S[,S]");
    }

    private async Task ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var organisation in FindOrganisations.All(db).WithCancellation(cancellationToken))
        {
            count++;
            await output.WriteLineAsync(Line(OrganisationView.Of(organisation)));
        }

        await output.WriteLineAsync($"{count} organisation(s).");
    }

    private Task<int> ChangeAsync(string verb, Guid id, Action<Organisation> how, TextWriter output, CancellationToken cancellationToken) =>
        run.RunAsync($"organisations {verb}", output, async () =>
            await output.WriteLineAsync(Line(await change.RunAsync(id, $"organisation.{verb}", how, cancellationToken))));
}
