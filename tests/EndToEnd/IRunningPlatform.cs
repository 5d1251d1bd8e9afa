namespace Kommunebro.Tests.EndToEnd;

/// <summary>The platform in one of its shapes, as its clients see it: one origin, and mail.</summary>
public interface IRunningPlatform : IAsyncDisposable
{
    /// <summary>The public origin.</summary>
    Uri Origin { get; }

    /// <summary>Tokens of staff for steps that are not the point of a test.</summary>
    StaffTokens Tokens { get; }

    /// <summary>The mail that the platform sends.</summary>
    IMailbox Mail { get; }
}

/// <summary>Where the platform's mail arrives.</summary>
public interface IMailbox
{
    /// <summary>Recipient and text of each message so far.</summary>
    IReadOnlyList<(string To, string Text)> Letters { get; }
}
