using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>What the compiler kept of documentation comments, beside each of our assemblies.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement> _members = Directory.EnumerateFiles(AppContext.BaseDirectory, "Kommunebro.*.xml")
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The summary of a type.</summary>
    public string? Of(Type type) => Text(Member($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>The summary of a method.</summary>
    public string? Of(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var found = _members.Where(member => member.Key == name || member.Key.StartsWith($"{name}(", StringComparison.Ordinal)).Take(1);
        return Text(found.Select(member => member.Value.Element("summary")).FirstOrDefault());
    }

    /// <summary>The summary of a property; of a positional record, its parameter's text.</summary>
    public string? Of(PropertyInfo property) =>
        Text(Member($"P:{NameOf(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
        ?? Text(Member($"T:{NameOf(property.DeclaringType!)}")?.Elements("param")
            .FirstOrDefault(param => param.Attribute("name")?.Value == property.Name));

    private XElement? Member(string name) => _members.GetValueOrDefault(name);

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Value.Length: > 0 } marked => marked.Value,
            XElement use when RefusalsOf(use) is { } refusals => refusals,
            XElement reference => (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value
                .Split('(')[0].Split('.', ':')[^1],
            _ => "",
        }));
        return Blank().Replace(text, " ").Trim() is { Length: > 0 } told ? told : null;
    }

    /// <summary>"Refusals: see RunAsync" says something to who has the code; to the others, what that method says it throws.</summary>
    private string? RefusalsOf(XElement reference) => (string?)reference.Attribute("cref") is { } name && name.StartsWith("M:", StringComparison.Ordinal)
        ? Text(Member(name)?.Element("exception"))?.TrimEnd('.')
        : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
