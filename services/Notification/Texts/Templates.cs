using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Fluid;

namespace Kommunebro.Notification.Texts;

/// <summary>A text that was made from a template.</summary>
/// <param name="Title">Its first line: the subject of an e-mail, the title of an inbox item.</param>
/// <param name="Text">What follows.</param>
public sealed record Rendered(string Title, string Text);

/// <summary>
/// The texts that notices are told by: Liquid templates, embedded, one for each audience, kind and language. The first line is the
/// title. The outcome is plain text; who puts it into HTML escapes it.
/// </summary>
public sealed partial class Templates
{
    private readonly FluidParser _parser = new();
    private readonly TemplateOptions _options = new() { StrictVariables = true, StrictFilters = true };
    private readonly ConcurrentDictionary<string, IFluidTemplate> _parsed = new(StringComparer.Ordinal);

    /// <summary>The text about <paramref name="kind"/> for staff or a municipality.</summary>
    /// <param name="forStaff">True for people of KS and AUC.</param>
    /// <param name="kind">The notice's kind.</param>
    /// <param name="language">nb, uk or en.</param>
    /// <param name="variables">All that the template names; one that is missing is a bug and is thrown.</param>
    public async Task<Rendered> RenderAsync(bool forStaff, string kind, string language, IReadOnlyDictionary<string, object> variables)
    {
        var text = await RenderAsync($"{(forStaff ? "staff" : "municipality")}/{kind}.{language}", variables);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? new Rendered(text, "") : new Rendered(text[..end], text[(end + 1)..].Trim());
    }

    /// <summary>What stands around the text of every e-mail.</summary>
    public Task<string> RenderLetterAsync(string language, IReadOnlyDictionary<string, object> variables) =>
        RenderAsync($"letter.{language}", variables);

    private async Task<string> RenderAsync(string name, IReadOnlyDictionary<string, object> variables)
    {
        var context = new TemplateContext(_options);
        foreach (var (key, value) in variables)
            context.SetValue(key, value);
        var text = await _parsed.GetOrAdd(name, Parse).RenderAsync(context);
        // A branch that tells nothing leaves its line breaks behind.
        return ManyBreaks().Replace(text.ReplaceLineEndings("\n"), "\n\n").Trim();
    }

    private IFluidTemplate Parse(string name)
    {
        using var resource = typeof(Templates).Assembly.GetManifestResourceStream($"Templates/{name}.liquid")
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(resource);
        return _parser.TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The template {name} is wrong: {error}");
    }

    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyBreaks();
}
