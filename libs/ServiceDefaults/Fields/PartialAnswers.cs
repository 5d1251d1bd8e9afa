using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kommunebro.ServiceDefaults;

/// <summary>Lets a caller have a part of a heavy answer: ?fields=id,title,hromada.code.</summary>
public static class PartialAnswers
{
    /// <summary>The parameter of the query.</summary>
    public const string Parameter = "fields";

    /// <summary>
    /// Makes the endpoint take "fields" (optional): names of fields of <typeparamref name="T"/> with commas between, and dots before the
    /// fields inside one. Of a page it says what its items have; what leads to the next page stays. What the handler has answered is cut, so
    /// nothing comes in by it that a mask has taken out; and "masked" is never cut, which says what a null means.
    /// <para>Errors: 400 unknown_field; 400 out_of_range for more than 50 names.</para>
    /// </summary>
    /// <typeparam name="T">What the handler answers, or the items of its page.</typeparam>
    public static RouteHandlerBuilder WithFields<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(AnswerAsync<T>).WithMetadata(new TakesFields(typeof(T)));

    private static async ValueTask<object?> AnswerAsync<T>(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.Request.Query.TryGetValue(Parameter, out var asked))
            return await next(context);
        var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        // Before the handler works for nothing.
        var chosen = ChosenFields.Read(asked.ToString(), typeof(T), json);
        return await next(context) switch
        {
            IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } => Part<T>(value, chosen, json),
            IResult other => other,
            { } value => Part<T>(value, chosen, json),
            null => null,
        };
    }

    private static IResult Part<T>(object value, ChosenFields chosen, JsonSerializerOptions json)
    {
        var whole = JsonSerializer.SerializeToNode(value, value.GetType(), json)!;
        chosen.Keep(value is Page<T> ? whole[json.PropertyNamingPolicy!.ConvertName(nameof(Page<>.Items))] : whole);
        return Results.Json(whole, json);
    }
}

/// <summary>Marks an endpoint that takes the parameter "fields".</summary>
/// <param name="Of">Whose fields they are.</param>
public sealed record TakesFields(Type Of);
