using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Scenarios without script: what the forms send, and how a run is started by one.</summary>
public sealed class ScenarioFormsTests() : StaffPages(StaffRole.KsCoordinator)
{
    private static readonly string ScenarioPage = $"scenarios/{ScenarioSamples.Id}";

    [Fact]
    public async Task What_nobody_changed_is_sent_as_it_was()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(ScenarioPage), "scenario");

        var request = Assert.Single(Server.Heard.Of<ReviseScenarioRequest>());
        var mine = ScenarioSamples.Mine;
        Assert.Equal((mine.ScenarioId, mine.Version, mine.Name), (request.ScenarioId, request.Version, request.Text.Name));
        Assert.Equal(mine.Rules, request.Text.Rules);
        Assert.Equal(("3301", Samples.NeedId, 4), (Assert.Single(request.Text.Pins).Supplier, request.Text.Pins[0].NeedId, request.Text.Pins[0].Quarters));
        Assert.Equal(("3301", "The council said no."), (Assert.Single(request.Text.Bans).Supplier, request.Text.Bans[0].Reason));
        Assert.Contains("The scenario is saved.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_added_and_removed_and_a_fault_stands_at_its_row()
    {
        Server.Heard.Refuse<ReviseScenarioRequest>(Refusals.Of(
            Code.InvalidArgument, "invalid_fields", ("pins[0].supplier", "unknown_municipality", "No."), ("rules.criterionWeights", "weights_sum_to_100", "No.")));

        var page = await Staff.SubmitAsync(
            await Staff.GetAsync(ScenarioPage), "scenario",
            ("pins[0].remove", "true"), ("pins[2].supplier", "9999"), ("pins[2].needId", Samples.RestrictedNeedId), ("bans[0].remove", "true"));

        var sent = Assert.Single(Server.Heard.Of<ReviseScenarioRequest>()).Text;
        Assert.Equal(("9999", Samples.RestrictedNeedId, 0), (Assert.Single(sent.Pins).Supplier, sent.Pins[0].NeedId, sent.Pins[0].Quarters));
        Assert.Empty(sent.Bans);
        var fields = page.FieldsOf("scenario");
        Assert.Equal(("9999", "", "3"), (fields["pins[0].supplier"], fields["pins[1].supplier"], fields["pinsRows"]));
        Assert.Contains("id=\"scenario-pins[0].supplier-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("must sum to 100", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_or_missing_never_reaches_matching()
    {
        var page = await Staff.SubmitAsync(
            await Staff.GetAsync("scenarios/new"), "scenario", ("name", "Mine"), ("rules.criterionWeights.areaFit", "many"), ("rules.floorPermille", ""));

        Assert.Empty(Server.Heard.Of<CreateScenarioRequest>());
        Assert.Contains("Write a whole number.", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"scenario-rules.floorPermille-error\"", page.Html, StringComparison.Ordinal);
        await Staff.SubmitAsync(page, "scenario", ("rules.criterionWeights.areaFit", "60"), ("rules.floorPermille", "450"));
        var sent = Assert.Single(Server.Heard.Of<CreateScenarioRequest>());
        Assert.Equal((450, 60), (sent.Text.Rules.FloorPermille, sent.Text.Rules.CriterionWeights[0].Weight));
        Assert.NotEmpty(sent.RequestId);
    }

    [Fact]
    public async Task Putting_in_force_and_archiving_name_the_version_that_was_seen()
    {
        await Staff.SubmitAsync(await Staff.GetAsync(ScenarioPage), "force");
        var page = await Staff.SubmitAsync(await Staff.GetAsync(ScenarioPage), "archive");

        Assert.Equal([3L, 3L], Server.Heard.Of<ScenarioStepRequest>().Select(request => request.Version));
        Assert.Contains("The scenario is archived.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_started_by_a_scenario_only_to_look_at()
    {
        var page = await Staff.GetAsync("runs");
        Assert.Contains("Built-in scenario (in force)", page.Text, StringComparison.Ordinal);

        await Staff.SubmitAsync(page, "start", ("scenario", ScenarioSamples.Id), ("whatIf", "true"));

        var request = Assert.Single(Server.Heard.Of<StartRunRequest>());
        Assert.Equal((ScenarioSamples.Id, true), (request.Scenario, request.WhatIf));
    }

    [Fact]
    public async Task A_repair_is_asked_for_and_told_apart()
    {
        var page = await Staff.GetAsync("runs");

        await Staff.SubmitAsync(page, "start", ("repair", "true"));

        Assert.Equal((true, false), Assert.Single(Server.Heard.Of<StartRunRequest>()) is var request ? (request.Repair, request.WhatIf) : default);
        Assert.Contains("Repair", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_read_and_find_no_forms()
    {
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        var page = await viewer.GetAsync(ScenarioPage);

        Assert.Contains("Drammen (3301)", page.Text, StringComparison.Ordinal);
        Assert.Contains("because their needs are restricted: 1.", page.Text, StringComparison.Ordinal);
        Assert.All(["scenario", "force", "archive"], form => Assert.False(page.HasForm(form)));
    }
}
