using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Somebody who sends requests of all kinds.</summary>
/// <param name="Asker">Who, with a token.</param>
/// <param name="Hromada">The hromada that it speaks of.</param>
/// <param name="Municipality">The Norwegian municipality that it speaks of.</param>
internal sealed record Reader(Asker Asker, string Hromada, string Municipality)
{
    /// <summary>Whose secrets it may know: an organisation's name, or all staff.</summary>
    public string Side => Asker.Kind == CallerKind.Staff ? "staff" : Asker.Organisation ?? Asker.Name;

    /// <summary>A text that it writes where no other organisation may read, and nowhere else.</summary>
    public string Canary => CanaryOf(Side);

    /// <summary>The canary of a side.</summary>
    public static string CanaryOf(string side) => $"kanari-{side}-4471";

    public override string ToString() => Asker.Name;
}
