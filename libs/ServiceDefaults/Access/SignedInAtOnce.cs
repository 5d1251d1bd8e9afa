using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Lets a caller in at once whose token is remembered, where nothing is asked but to be somebody. Whatever else is asked, and whoever
/// else asks, goes the framework's way.
/// </summary>
internal sealed class SignedInAtOnce(IAuthorizationService authorization) : IPolicyEvaluator
{
    private static readonly Task<PolicyAuthorizationResult> Admitted = Task.FromResult(PolicyAuthorizationResult.Success());

    private readonly PolicyEvaluator _standard = new(authorization);

    /// <inheritdoc />
    public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) =>
        policy.AuthenticationSchemes.Count == 0 && context.User is TokenPrincipal known ? known.Authenticated : _standard.AuthenticateAsync(policy, context);

    /// <inheritdoc />
    public Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
        policy.AuthenticationSchemes.Count == 0 && policy.Requirements is [DenyAnonymousAuthorizationRequirement] && context.User is TokenPrincipal
            ? Admitted
            : _standard.AuthorizeAsync(policy, authenticationResult, context, resource);
}
