using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Assertions;

/// <summary>
/// Takes assertions as clients in use write them: with the type JWT (RFC 7519, 5.1) or none, where OpenIddict demands that of the
/// draft which is to replace RFC 7523; and for the token endpoint, which OpenID Connect Core 9 names, as well as for the
/// issuer. For assertions alone: the types of our own tokens are what keeps one kind from being used as another.
/// </summary>
internal sealed class AssertionForm : IOpenIddictServerHandler<ValidateTokenContext>
{
    /// <summary>By how much a client's clock and ours may differ.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    private const string OwnType = "client-authentication+jwt";

    private static readonly string[] Types = ["JWT", "application/JWT", OwnType, $"application/{OwnType}"];

    // OpenIddict has chosen what it would validate by, and has not validated yet.
    private static readonly int Order = OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 500;

    public static void Register(OpenIddictServerBuilder server) =>
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<AssertionForm>().SetOrder(Order));

    /// <summary>Whether what is validated is a client's assertion.</summary>
    public static bool IsAssertion(ValidateTokenContext context) =>
        context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!IsAssertion(context))
            return ValueTask.CompletedTask;
        context.TokenValidationParameters.TypeValidator = (type, _, _) => TypeOf(type);
        context.TokenValidationParameters.ClockSkew = Leeway;
        context.ValidAudiences.Add(new Uri(context.Options.Issuer!, context.Options.TokenEndpointUris[0]).AbsoluteUri);
        return ValueTask.CompletedTask;
    }

    /// <summary>The type by which OpenIddict knows an assertion.</summary>
    private static string TypeOf(string? type) =>
        string.IsNullOrEmpty(type) || Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? OwnType
            : throw new SecurityTokenInvalidTypeException("No client's assertion has this type.") { InvalidType = type };
}
