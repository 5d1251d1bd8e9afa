using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Looks at all of what a person wrote, and tells every fault at its field.</summary>
internal sealed class ScenarioCheck(MatchingDb db)
{
    /// <summary>The scenario, found to be in order.</summary>
    /// <exception cref="Refusal">
    /// 400 with everything that is wrong: those of a text, <see cref="RuleSetRules.RuleSet"/>, <see cref="PinRules"/> and <see cref="BanRules"/>.
    /// </exception>
    public async Task<ScenarioDraft> RequireAsync(ScenarioRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(!string.IsNullOrWhiteSpace(request.Name), "name", "Give the scenario a name.");
        var name = rules.Line(request.Name, "name", longest: 100, shortest: string.IsNullOrWhiteSpace(request.Name) ? 0 : 3);
        var description = rules.Block(request.Description, "description", longest: 2000);
        var set = rules.RuleSet(request.Rules);
        var places = await PlaceCodes.LoadAsync(db, cancellationToken);
        var sharing = new SharingRules(set.Sharing!.FromDays!.Value, set.Sharing.MaxSuppliers!.Value);
        var bans = await new BanRules(db, places, rules).TakeAsync(request.Bans ?? [], cancellationToken);
        var pins = await new PinRules(db, places, rules).TakeAsync(request.Pins ?? [], bans, sharing, cancellationToken);
        rules.Enforce();
        return new ScenarioDraft(name!, description is "" ? null : description, new ScenarioContent(set, pins, [.. bans.OfType<ScenarioBan>()]));
    }
}
