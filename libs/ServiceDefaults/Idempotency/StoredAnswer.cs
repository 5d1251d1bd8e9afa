using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.ServiceDefaults;

/// <summary>The answer that a keyed request got, as it went over the wire.</summary>
internal sealed class StoredAnswer
{
    public required string Client { get; init; }

    public required string Key { get; init; }

    public required string Path { get; init; }

    public required byte[] BodyHash { get; init; }

    public required int Status { get; init; }

    public required byte[] Body { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? ETag { get; init; }

    /// <summary>When it was given (UTC).</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>What <paramref name="response"/> is about to say to <paramref name="request"/>.</summary>
    public static StoredAnswer Of(KeyedRequest request, HttpResponse response, byte[] body, DateTimeOffset now) => new()
    {
        Client = request.Client,
        Key = request.Key,
        Path = request.Path,
        BodyHash = request.BodyHash,
        Status = response.StatusCode,
        Body = body,
        ContentType = response.ContentType,
        Location = response.Headers.Location,
        ETag = response.Headers.ETag,
        StoredAt = now,
    };

    /// <summary>Makes sure that it answers <paramref name="request"/>.</summary>
    /// <exception cref="Refusal">idempotency_key_reused.</exception>
    public void RequireSame(KeyedRequest request)
    {
        if (Path != request.Path || !BodyHash.AsSpan().SequenceEqual(request.BodyHash))
            throw new Refusal(
                RefusalKind.Unprocessable,
                "idempotency_key_reused",
                "This Idempotency-Key came with another request before. A new request needs a new key.",
                KeyedRequest.Header);
    }

    /// <summary>Sets status and headers of <paramref name="response"/> to those of the first answer.</summary>
    public void Repeat(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.Location = Location;
        response.Headers.ETag = ETag;
        response.Headers["Idempotency-Replayed"] = "true";
    }
}

/// <inheritdoc cref="StoredAnswer" />
internal sealed class StoredAnswerMapping : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> answers)
    {
        answers.ToTable("idempotency_keys");
        answers.HasKey(answer => new { answer.Client, answer.Key });
        answers.Property(answer => answer.ETag).HasColumnName("etag");
        answers.HasIndex(answer => answer.StoredAt);
    }
}
