using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Lets a caller repeat a POST without doing it twice: when an answer got lost, it sends the same request with the same
/// Idempotency-Key and gets the answer of the first.
/// </summary>
public static class Idempotency
{
    /// <summary>Adds the table idempotency_keys to a service's model.</summary>
    public static ModelBuilder AddIdempotencyKeys(this ModelBuilder model) => model.ApplyConfiguration(new StoredAnswerMapping());

    /// <summary>
    /// Adds what <see cref="WithIdempotencyKey{TDb}"/> needs, and forgets answers after 7 days. The model of
    /// <typeparamref name="TDb"/> needs <see cref="AddIdempotencyKeys"/>.
    /// </summary>
    public static WebApplicationBuilder AddIdempotency<TDb>(this WebApplicationBuilder builder)
        where TDb : DbContext
    {
        builder.Services.AddScoped<IdempotentWrite<TDb>>();
        builder.Services.AddHostedService<IdempotencyCleanup<TDb>>();
        return builder;
    }

    /// <summary>
    /// Makes the endpoint take the header Idempotency-Key (optional, 1 to 100 visible ASCII characters, chosen by the
    /// caller). With it the handler runs in a transaction on the scoped <typeparamref name="TDb"/> which also stores the
    /// answer, so that either both exist or none. For 7 days the same key, path and body get the stored status, body,
    /// Location and ETag, with Idempotency-Replayed: true. A refusal or a failure stores nothing; the key is free again.
    /// <para>
    /// Errors: 400 invalid_idempotency_key; 409 request_in_progress while the first request runs; 422
    /// idempotency_key_reused for another path or body.
    /// </para>
    /// <para>
    /// The handler must write through <typeparamref name="TDb"/> alone and begin no transaction of its own. What is to
    /// happen after the commit belongs into the outbox or into Response.OnStarting. An endpoint that answers with a
    /// secret (a password, a token, a signing key) must not opt in, since the answer is stored as it is.
    /// </para>
    /// </summary>
    public static RouteHandlerBuilder WithIdempotencyKey<TDb>(this RouteHandlerBuilder endpoint)
        where TDb : DbContext
    {
        // Around the whole endpoint and no endpoint filter: those run when binding has consumed the body, and before the
        // result has been written.
        endpoint.Add(built =>
        {
            var handle = built.RequestDelegate!;
            built.RequestDelegate = http =>
                http.RequestServices.GetRequiredService<IdempotentWrite<TDb>>().RunAsync(http, handle);
        });
        return endpoint.WithMetadata(new TakesIdempotencyKey());
    }
}

/// <summary>Marks an endpoint that takes the header Idempotency-Key. A test fails on a POST without it.</summary>
public sealed record TakesIdempotencyKey;

/// <summary>Marks a POST that takes no Idempotency-Key, because its answer holds a secret and answers under a key are stored.</summary>
/// <param name="Secret">Which secret.</param>
public sealed record AnswersWithSecret(string Secret);
