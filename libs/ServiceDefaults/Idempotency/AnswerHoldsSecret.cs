using Microsoft.AspNetCore.Builder;

namespace Kommunebro.ServiceDefaults;

/// <summary>Marks a POST whose answer holds a secret: it takes no Idempotency-Key, since answers under a key are stored.</summary>
/// <param name="What">The secret, e.g. "a client's secret".</param>
public sealed record AnswerHoldsSecret(string What);

/// <summary>Says so at the endpoint.</summary>
public static class Secrets
{
    /// <summary>Marks the endpoint as one whose answer holds <paramref name="what"/>, which is told once and stored nowhere.</summary>
    public static RouteHandlerBuilder AnswersWithSecret(this RouteHandlerBuilder endpoint, string what) =>
        endpoint.WithMetadata(new AnswerHoldsSecret(what));
}
