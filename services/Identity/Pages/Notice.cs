namespace Kommunebro.Identity.Pages;

/// <summary>Something to know.</summary>
/// <param name="Title">What.</param>
/// <param name="Text">More of it.</param>
/// <param name="Onwards">The path of the page to go on to.</param>
/// <param name="OnwardsText">What is there.</param>
public sealed record Notice(string Title, string Text, string Onwards, string OnwardsText);
