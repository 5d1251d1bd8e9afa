using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.ServiceDefaults;

/// <summary>Runs a keyed request once, and answers its repetitions from the table.</summary>
internal sealed class IdempotentWrite<TDb>(TDb db, AuditActor actor, TimeProvider clock)
    where TDb : DbContext
{
    /// <summary>Answers with what <paramref name="handle"/> says now, or said to the same request before.</summary>
    /// <exception cref="Refusal">invalid_idempotency_key, request_in_progress or idempotency_key_reused.</exception>
    public async Task RunAsync(HttpContext http, RequestDelegate handle)
    {
        if (KeyedRequest.KeyOf(http.Request) is not { } key)
        {
            await handle(http);
            return;
        }

        // Read before the transaction begins and written after it ended: a slow caller must not hold it open.
        var request = await KeyedRequest.ReadAsync(http.Request, actor.Who, key, http.RequestAborted);
        var body = await AnswerAsync(request, http, handle, http.RequestAborted);
        if (body.Length > 0)
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task<byte[]> AnswerAsync(
        KeyedRequest request, HttpContext http, RequestDelegate handle, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(request, cancellationToken);
        if (await db.Set<StoredAnswer>().AsNoTracking()
            .SingleOrDefaultAsync(answer => answer.Client == request.Client && answer.Key == request.Key, cancellationToken) is { } stored)
        {
            stored.RequireSame(request);
            stored.Repeat(http.Response);
            return stored.Body;
        }

        var body = await RecordAsync(http, handle);
        // A refusal that was returned is like one that was thrown: the transaction ends without a commit.
        if (http.Response.StatusCode is < 200 or > 299)
            return body;
        // What the handler left unsaved is not to be saved along.
        db.ChangeTracker.Clear();
        db.Add(StoredAnswer.Of(request, http.Response, body, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return body;
    }

    /// <summary>Held until the transaction ends, however it ends; also a lost connection sets it free.</summary>
    private async Task LockAsync(KeyedRequest request, CancellationToken cancellationToken)
    {
        var free = await db.Database
            .SqlQuery<bool>(
                $"select pg_try_advisory_xact_lock(hashtextextended({request.Key} || ' ' || {request.Client}, 0)) as \"Value\"")
            .SingleAsync(cancellationToken);
        if (!free)
            throw new Refusal(
                RefusalKind.Conflict,
                "request_in_progress",
                "The first request with this Idempotency-Key is still running. Repeat it later to get its answer.",
                KeyedRequest.Header);
    }

    /// <summary>Lets the endpoint write its answer into memory; nothing of it leaves before the commit.</summary>
    private static async Task<byte[]> RecordAsync(HttpContext http, RequestDelegate handle)
    {
        var wire = http.Response.Body;
        using var memory = new MemoryStream();
        http.Response.Body = memory;
        try
        {
            await handle(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = wire;
        }

        return memory.ToArray();
    }
}
