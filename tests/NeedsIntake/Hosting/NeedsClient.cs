namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>A caller other than the one whom most tests have.</summary>
public sealed class NeedsClient(HttpClient http) : NeedsCaller, IDisposable
{
    public override HttpClient Http => http;

    public void Dispose() => http.Dispose();
}
