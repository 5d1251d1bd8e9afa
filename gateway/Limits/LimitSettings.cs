namespace Kommunebro.Gateway.Limits;

/// <summary>All limits.</summary>
/// <param name="Address">Of one address.</param>
/// <param name="SignIn">Of one address, on each route on which secrets could be guessed.</param>
/// <param name="Client">Of one client or account.</param>
/// <param name="AtOnce">Requests of one client or account at the same time.</param>
internal sealed record LimitSettings(Quota Address, Quota SignIn, Quota Client, int AtOnce);
