namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>How fast something went.</summary>
/// <param name="What">What.</param>
/// <param name="Waits">How long each took.</param>
/// <param name="Taken">How long all took.</param>
internal sealed record Pace(string What, IReadOnlyCollection<TimeSpan> Waits, TimeSpan Taken)
{
    public override string ToString() => string.Create(
        null, $"{What}: {Waits.Count} in {Taken.TotalSeconds:F1} s = {Waits.Count / Taken.TotalSeconds:F0}/s, p50 {At(0.50):F1} ms, p99 {At(0.99):F1} ms");

    private double At(double share) => Waits.Order().ElementAt((int)((Waits.Count - 1) * share)).TotalMilliseconds;
}
