using System.Net;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>A page as a browser without script gets it.</summary>
public sealed partial record Page(HttpStatusCode Status, Uri Address, string Html, HttpResponseMessage Response)
{
    /// <summary>The visible text, with blanks as one sees them.</summary>
    public string Text => WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Html, " "), " "));

    public string Title => WebUtility.HtmlDecode(Regex.Match(
        Html, "<title>(?<text>.*?)</title>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value);

    public bool HasForm(string name) => FormOf(name).Length > 0;

    /// <summary>Fails with the page when the status is another one.</summary>
    public Page Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status} at {Address}: {Text}");
        return this;
    }

    /// <summary>What a form would send as it stands: its hidden fields, texts, chosen options and ticked boxes; of one name joined by commas.</summary>
    public Dictionary<string, string> FieldsOf(string form)
    {
        var html = FormOf(form);
        Assert.True(html.Length > 0, $"no form {form} at {Address}: {Text}");
        var fields = Inputs().Matches(html).Select(match => match.Value)
            .Where(input => !input.Contains("checkbox", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal))
            .Select(input => (Name: Attribute(input, "name"), Value: Attribute(input, "value")))
            .Where(field => field.Name.Length > 0)
            .GroupBy(field => field.Name).ToDictionary(group => group.Key, group => string.Join(',', group.Select(field => field.Value)));
        foreach (Match area in TextAreas().Matches(html))
            fields[Attribute(area.Value, "name")] = WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\n');
        foreach (Match select in Selects().Matches(html))
            fields[Attribute(select.Value, "name")] = Options().Matches(select.Value).Select(match => match.Value)
                .Where(option => option.Contains(" selected", StringComparison.Ordinal)).Select(option => Attribute(option, "value")).FirstOrDefault() ?? "";
        return fields;
    }

    /// <summary>The part of the page between two marks.</summary>
    private string FormOf(string name) => Regex.Match(
        Html, $"<form[^>]*id=\"form-{name}\".*?</form>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(
        Regex.Match(tag, $"[ \\n]{name}=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value);

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)>|<[^>]*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TextAreas();

    [GeneratedRegex("<select[^>]*>.*?</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Options();
}
