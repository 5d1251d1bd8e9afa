namespace Kommunebro.ServiceDefaults;

/// <summary>Says why an endpoint names no policy. A test fails on an endpoint that has neither.</summary>
/// <param name="Reason">Why nobody must sign in.</param>
public sealed record OpenToAll(string Reason);

/// <summary>Marks an endpoint that will get a policy when sign-in exists; until then the host listens on loopback only.</summary>
/// <param name="Policy">The scope or role that it will ask for, e.g. "needs.write".</param>
public sealed record OpenUntilSignIn(string Policy);
