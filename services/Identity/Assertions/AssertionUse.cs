using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Assertions;

/// <summary>
/// Takes a client's signed assertion once (RFC 7523, 3; OpenID Connect Core 9): it is for us and nobody else, ends soon, and has
/// an id (jti) that this client has not used before. So who reads one cannot use it, and who steals many has them for minutes.
/// </summary>
internal sealed class AssertionUse(IdentityDb db, TimeProvider clock) : IOpenIddictServerHandler<ValidateTokenContext>
{
    /// <summary>How far ahead an assertion may end.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // The signature is good, and nothing else was looked at: OpenIddict fails at times that no calendar has.
    private static readonly int Order = OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order + 500;

    public static void Register(OpenIddictServerBuilder server) =>
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseScopedHandler<AssertionUse>().SetOrder(Order));

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!AssertionForm.IsAssertion(context) || context.TokenValidationResult?.SecurityToken is not JsonWebToken assertion)
            return;
        if (FaultOf(assertion, context.ValidAudiences) is { } fault)
            context.Reject(Errors.InvalidClient, fault);
        else if (!await UsedAssertion.TakeAsync(db, assertion.Issuer, assertion.Id, new DateTimeOffset(assertion.ValidTo), context.CancellationToken))
            context.Reject(Errors.InvalidClient, "This assertion was used before: make a new one, with another id (jti), for each request.");
        else
            // OpenIddict takes one audience alone; all of these are us.
            context.Principal!.SetAudiences(context.Options.Issuer!.AbsoluteUri);
    }

    private string? FaultOf(JsonWebToken assertion, HashSet<string> ours)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // What is not said is the first of all times.
        return assertion switch
        {
            _ when !assertion.Audiences.Any() || !assertion.Audiences.All(ours.Contains) =>
                "The assertion's audience (aud) must be the issuer or the token endpoint, and nobody else.",
            { ValidTo: var end } when end == DateTime.MinValue => "The assertion must say when it ends (exp).",
            { ValidTo: var end } when end < now - AssertionForm.Leeway => "The assertion has expired (exp).",
            { ValidTo: var end } when end > now + Longest + AssertionForm.Leeway =>
                $"The assertion must end within {Longest.TotalMinutes:0} minutes (exp).",
            { ValidFrom: var start } when start > now + AssertionForm.Leeway => "The assertion is not good yet (nbf).",
            { Id: null or "" } => "The assertion must have an id (jti).",
            _ => null,
        };
    }
}
