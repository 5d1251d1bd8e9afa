namespace Kommunebro.Identity.Pages;

/// <summary>Another place at which people can sign in.</summary>
/// <param name="Name">As they call it.</param>
/// <param name="Path">Where the way there begins.</param>
public sealed record SignInElsewhere(string Name, string Path);
