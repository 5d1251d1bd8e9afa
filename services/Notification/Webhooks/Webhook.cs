using System.Security.Cryptography;

namespace Kommunebro.Notification.Webhooks;

/// <summary>Whether a webhook is called.</summary>
public enum WebhookStatus { Active, Paused }

/// <summary>Why a webhook is paused: by its owner, because it failed for days, or because it said that it is gone for good.</summary>
public enum PauseReason { ByOwner, KeepsFailing, Gone }

/// <summary>An address of a partner's system that is called when something happens.</summary>
public sealed class Webhook
{
    /// <summary>For how long the old secret signs, too, after a new one was made.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    private const int SecretBytes = 32;

    private Webhook()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid OrganisationId { get; private set; }

    public long Version { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>The events that it is called for.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    public string? Description { get; private set; }

    public WebhookStatus Status { get; private set; }

    public PauseReason? PausedBecause { get; private set; }

    /// <summary>Since when every attempt has failed; null when the last one worked.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Signs the calls. It must be readable, since both sides sign with it.</summary>
    public string Secret { get; private set; } = "";

    public string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    internal static Webhook Create(Guid organisationId, WebhookStatement statement, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = organisationId,
        Version = 1,
        Url = statement.Url,
        Events = statement.Events,
        Description = statement.Description,
        CreatedAt = now,
        Secret = NewSecret(),
    };

    /// <summary>Takes what the owner says; setting it active again forgets why it was paused.</summary>
    internal void Revise(WebhookStatement statement)
    {
        (Url, Events, Description) = (statement.Url, statement.Events, statement.Description);
        if (statement.Status == WebhookStatus.Active)
            (PausedBecause, FailingSince) = (null, null);
        else if (Status == WebhookStatus.Active)
            PausedBecause = PauseReason.ByOwner;
        Status = statement.Status;
        Version++;
    }

    /// <summary>Makes a new secret. The old one goes on signing for a day, so that the other side can change in peace.</summary>
    internal void RotateSecret(DateTimeOffset now)
    {
        (PreviousSecret, PreviousSecretUntil) = (Secret, now + SecretOverlap);
        Secret = NewSecret();
        Version++;
    }

    /// <summary>The secrets that sign now, the newest first.</summary>
    internal IReadOnlyList<string> SecretsAt(DateTimeOffset now) =>
        PreviousSecret is { } previous && PreviousSecretUntil > now ? [Secret, previous] : [Secret];

    /// <summary>A call worked.</summary>
    internal void Answered() => FailingSince = null;

    /// <summary>A call failed; a webhook that has failed for <paramref name="patience"/> is paused.</summary>
    /// <returns>True when it was paused by this.</returns>
    internal bool Failed(DateTimeOffset now, TimeSpan patience)
    {
        FailingSince ??= now;
        return now - FailingSince >= patience && Pause(PauseReason.KeepsFailing);
    }

    /// <summary>The other side said that there is nothing at the address any more (410).</summary>
    /// <returns>True when it was paused by this.</returns>
    internal bool IsGone(DateTimeOffset now)
    {
        FailingSince ??= now;
        return Pause(PauseReason.Gone);
    }

    private bool Pause(PauseReason reason)
    {
        if (Status == WebhookStatus.Paused)
            return false;
        (Status, PausedBecause) = (WebhookStatus.Paused, reason);
        Version++;
        return true;
    }

    private static string NewSecret() => WebhookSignature.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
}
