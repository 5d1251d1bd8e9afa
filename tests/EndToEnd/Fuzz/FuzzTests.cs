using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Every operation that the gateway describes, with valid and broken inputs, as strangers, two organisations and staff.</summary>
public sealed class FuzzTests(WalkPlatform platform) : IClassFixture<WalkPlatform>
{
    /// <summary>A number that makes other choices, and always the same ones.</summary>
    private const string SeedVariable = "KOMMUNEBRO_FUZZ_SEED";

    /// <summary>How many requests each reader sends to each operation.</summary>
    private const string CountVariable = "KOMMUNEBRO_FUZZ_REQUESTS";

    private const int Usual = 24;

    /// <summary>The same each time, so that a run that fails tells of a change; another number looks elsewhere.</summary>
    private const int UsualSeed = 2026;

    /// <summary>Where each organisation must have written what the other one must not read.</summary>
    private static readonly string[] Nests =
        ["owner in contacts", "owner in webhooks", "owner in needs", "other in contacts", "other in webhooks", "other in needs", "staff in contacts"];

    /// <summary>However far it came.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    [Trait("Category", "Long")]
    public async Task No_input_breaks_an_operation_or_tells_one_organisation_of_another()
    {
        var seed = GivenNumber.Or(SeedVariable, UsualSeed);
        var count = GivenNumber.Or(CountVariable, Usual);
        var api = await DescribedApi.ReadAsync(platform.Origin);
        var finds = new Finds(api, platform.Seed);
        var canaries = new Canaries(platform.Seed, finds);
        using var run = new FuzzRun(platform.Origin, api, finds, new Judge(api, canaries, finds), seed);

        await run.SendAsync([Of("nobody"), Of("owner"), Of("other", Seed.Kosivska, Seed.Sarpsborg), Of("ks"), Of("auc")], count, Limit);
        // Who closes organisations and accounts comes when the others are done.
        await run.SendAsync([Of("administrator"), Of("viewer")], count, Limit / 3);

        Report(run, seed);
        Assert.True(run.Faults.Count == 0, $"Seed {seed}: {run.Faults.Count} faults.\n{string.Join("\n\n", run.Faults.Take(30))}");
        Assert.All(
            api.Operations.Where(operation => operation.Verb == "GET"),
            operation => Assert.True(run.Answers.ContainsKey((operation.Call, 2)), $"{operation} never answered"));
        Assert.Empty(Nests.Except(canaries.Heard));
    }

    private Reader Of(string name, string hromada = Journey.Vyshnivetska, string municipality = Journey.Vennesla) =>
        new(platform.Askers.First(asker => asker.Name == name), hromada, municipality);

    private static void Report(FuzzRun run, int seed)
    {
        var calls = run.Answers.GroupBy(answer => answer.Key.Call).ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"seed {seed}: {run.Answers.Values.Sum()} requests to {calls.Count} operations in {run.Taken.TotalSeconds:F0} s, "
            + $"{calls.Min(call => call.Sum(answer => answer.Value))} at least to each; "
            + $"{calls.Count(call => call.Any(answer => answer.Key.Class == 2))} of them took some");
        TestContext.Current.SendDiagnosticMessage(
            $"took none: {string.Join(", ", calls.Where(call => call.All(answer => answer.Key.Class != 2)).Select(call => $"\n{call.Key}: {run.RefusalOf(call.Key)}"))}");
    }
}
