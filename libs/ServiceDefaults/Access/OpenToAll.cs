using Microsoft.AspNetCore.Authorization;

namespace Kommunebro.ServiceDefaults;

/// <summary>Opens an endpoint to everybody, and says why. A test fails on an endpoint that has neither this nor a policy.</summary>
/// <param name="Reason">Why nobody must sign in.</param>
public sealed record OpenToAll(string Reason) : IAllowAnonymous;
