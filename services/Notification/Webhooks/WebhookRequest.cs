using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A webhook as a client sends it; everything may be missing here, so that all that is wrong is told at once.</summary>
/// <param name="Url">The https address that is called, on the open internet.</param>
/// <param name="Events">The events that it is called for; at least one.</param>
/// <param name="Description">What it is for, at most 200 characters.</param>
/// <param name="Status">active or paused; a new one is always active.</param>
public sealed record WebhookRequest(
    string? Url = null, IReadOnlyList<string?>? Events = null, string? Description = null, string? Status = null);

/// <summary>A webhook as its owner wants it, with nothing wrong in it.</summary>
internal sealed record WebhookStatement(string Url, IReadOnlyList<string> Events, string? Description, WebhookStatus Status);

/// <summary>Turns a request into a statement, or refuses it with everything that is wrong with it.</summary>
internal sealed class WebhookRules(WebhookUrl urls)
{
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    public async Task<WebhookStatement> CheckAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var statement = new WebhookStatement(
            await urls.TakeAsync(rules, request.Url, "url", cancellationToken),
            Events(rules, request.Events ?? []),
            rules.Line(request.Description, "description", longest: 200, shortest: 1),
            rules.Choice<WebhookStatus>(request.Status, "status") ?? WebhookStatus.Active);
        rules.Enforce();
        return statement;
    }

    private static IReadOnlyList<string> Events(Rules rules, IReadOnlyList<string?> names)
    {
        rules.Required(names.Count > 0, "events", "Name at least one event.");
        rules.Check(
            names.Distinct(StringComparer.Ordinal).Count() == names.Count, "events", "stands_twice", "Name each event once.");
        for (var i = 0; i < names.Count; i++)
            rules.Check(
                WebhookEvents.All.Contains(names[i]), $"events[{i}]", "unknown_value", $"Must be one of: {string.Join(", ", WebhookEvents.All)}.");
        return [.. names.OfType<string>()];
    }
}
