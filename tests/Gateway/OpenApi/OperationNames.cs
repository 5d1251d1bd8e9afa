using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>
/// What an operation is called: as the use case that handles it (SubmitNeed), which is the handler's type or among its
/// parameters; otherwise by method and address (GetProposal, CloseOrganisation).
/// </summary>
internal static partial class OperationNames
{
    public static string Of(MethodInfo handler, string httpMethod, string path) => UseCaseOf(handler)?.Name ?? ByAddress(httpMethod, path);

    /// <summary>
    /// The use case behind a handler; null when the handler does it by itself. Only a face (XEndpoints) hands over to a use case:
    /// what a use case itself takes is no more than its tool.
    /// </summary>
    public static Type? UseCaseOf(MethodInfo handler) => handler.Name == "HandleAsync"
        ? handler.DeclaringType
        : handler.GetParameters().Select(parameter => parameter.ParameterType)
            .FirstOrDefault(type => handler.DeclaringType!.Name.EndsWith("Endpoints", StringComparison.Ordinal)
                && type.Namespace == handler.DeclaringType.Namespace && type.GetMethod("RunAsync") is not null);

    /// <summary>"Submit need" for SubmitNeed.</summary>
    public static string Words(string name)
    {
        var words = Border().Replace(name, " ");
        return words[..1] + words[1..].ToLowerInvariant();
    }

    private static string ByAddress(string httpMethod, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..];
        var isOne = parts.Any(part => part.StartsWith('{'));
        var action = isOne && !parts[^1].StartsWith('{') ? Pascal(parts[^1]) : null;
        var verb = (httpMethod, isOne) switch
        {
            ("GET", false) => "List",
            ("POST", false) => "Create",
            ("PUT", _) => "Revise",
            ("DELETE", _) => "Delete",
            _ => "Get",
        };
        var thing = Pascal(isOne || verb == "Create" ? Singular(parts[0]) : parts[0]);
        return httpMethod == "POST" && action is not null ? $"{action}{thing}" : $"{verb}{thing}{action}";
    }

    private static string Singular(string plural)
    {
        var words = plural.Split('-');
        var at = words is [_, "of", ..] ? 0 : words.Length - 1;
        words[at] = words[at].EndsWith("ies", StringComparison.Ordinal) ? $"{words[at][..^3]}y" : words[at].TrimEnd('s');
        return string.Join('-', words);
    }

    private static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-').Select(word => $"{char.ToUpper(word[0], CultureInfo.InvariantCulture)}{word[1..]}"));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Border();
}
