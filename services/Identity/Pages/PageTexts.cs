namespace Kommunebro.Identity.Pages;

/// <summary>What the pages say, in one language.</summary>
public sealed record PageTexts
{
    /// <summary>The languages by code, each called as its readers call it.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Languages = [("nb", "Norsk bokmål"), ("uk", "Українська"), ("en", "English")];

    public required string Language { get; init; }

    public required string SignIn { get; init; }

    public required string SignInIntroduction { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public required string NewPassword { get; init; }

    public required string NewPasswordIntroduction { get; init; }

    public required string Again { get; init; }

    public required string Save { get; init; }

    public required string FaultsTitle { get; init; }

    public required string WrongSignIn { get; init; }

    public required string PageTooOld { get; init; }

    public required string EmailMissing { get; init; }

    public required string PasswordMissing { get; init; }

    public required string PasswordLength { get; init; }

    public required string PasswordOld { get; init; }

    public required string PasswordsDiffer { get; init; }

    public required string Failed { get; init; }

    public required string FailedExplanation { get; init; }

    public required string StartAgain { get; init; }

    public required string LanguageChoice { get; init; }

    public required string Code { get; init; }

    public required string CodeIntroduction { get; init; }

    public required string CodeMissing { get; init; }

    public required string WrongCode { get; init; }

    public required string Enrol { get; init; }

    public required string EnrolIntroduction { get; init; }

    public required string EnrolPicture { get; init; }

    public required string EnrolKey { get; init; }

    public required string EnrolHere { get; init; }

    public required string EnrolWrongCode { get; init; }

    public required string RecoveryCodes { get; init; }

    public required string RecoveryCodesExplanation { get; init; }

    public required string GoOn { get; init; }

    public required string Forgotten { get; init; }

    public required string ForgottenIntroduction { get; init; }

    public required string SendLetter { get; init; }

    public required string LetterSent { get; init; }

    public required string ChooseIntroduction { get; init; }

    public required string LinkNoLonger { get; init; }

    public required string LinkNoLongerExplanation { get; init; }

    /// <summary>The texts in nb, uk or en.</summary>
    public static PageTexts Of(string language) => language switch
    {
        "nb" => PageTextsByLanguage.Bokmål,
        "uk" => PageTextsByLanguage.Ukrainian,
        _ => PageTextsByLanguage.English,
    };
}
