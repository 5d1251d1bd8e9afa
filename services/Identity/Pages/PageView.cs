using Microsoft.AspNetCore.WebUtilities;

namespace Kommunebro.Identity.Pages;

/// <summary>What is wrong with a form.</summary>
/// <param name="Field">The field's id; null when it is about the whole form.</param>
/// <param name="Text">For the reader.</param>
public sealed record Fault(string? Field, string Text);

/// <summary>What a page shows.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Path">The page's own path.</param>
/// <param name="Back">The authorization request to go back to.</param>
/// <param name="Guard">Proves that the form comes from this page.</param>
public sealed record PageView(PageTexts Texts, string Path, string? Back, string Guard)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What the reader wrote already.</summary>
    public string Email { get; init; } = "";

    /// <summary>The key that is offered; of the page that takes an authenticator into use.</summary>
    public Enrolment? Enrolment { get; init; }

    /// <summary>Shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>What the letter's link carries.</summary>
    public string? Ticket { get; init; }

    /// <summary>The protocol's word for it, of the page that cannot go on.</summary>
    public string? Error { get; init; }

    /// <summary>Of the page that says something.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Where the reader can sign in instead.</summary>
    public IReadOnlyList<SignInElsewhere> Elsewhere { get; init; } = [];

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Text;

    /// <summary>This page in a language, by default the reader's.</summary>
    public string Address(string? language = null) => AddressOf(Path, language);

    /// <summary>Another page, which keeps the way back and the letter's ticket.</summary>
    public string AddressOf(string path, string? language = null)
    {
        var address = SignIn.SignInPages.Address(path, Back, language ?? Texts.Language);
        return Ticket is null ? address : QueryHelpers.AddQueryString(address, "ticket", Ticket);
    }
}
