namespace Kommunebro.Tests.EndToEnd;

/// <summary>The platform in one of its shapes, as its clients see it.</summary>
public interface IRunningPlatform : IAsyncDisposable
{
    HttpClient Registry { get; }

    HttpClient NeedsIntake { get; }

    HttpClient Matching { get; }
}
