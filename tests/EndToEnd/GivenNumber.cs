using System.Globalization;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>How much a long test does, which the environment may say.</summary>
internal static class GivenNumber
{
    /// <summary>What the variable says, else <paramref name="usual"/>.</summary>
    public static int Or(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;
}
