using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>Tells a person why it did not come in from a provider. It has shown there who it is, and so may know.</summary>
internal static class OutsideNotice
{
    /// <summary>403 with the page; it leads back to the sign-in page.</summary>
    public static RazorComponentResult<NoticePage> Of(HttpContext http, StaffIssuer issuer, SignInRefusal reason, string language) =>
        Of(http, language, TextOf(OutsideTexts.Of(language), PageTexts.Of(language), reason), issuer, StatusCodes.Status403Forbidden);

    /// <summary>503 with the page: the provider does not answer.</summary>
    public static RazorComponentResult<NoticePage> Away(HttpContext http, StaffIssuer issuer, string language) =>
        Of(http, language, OutsideTexts.Of(language).Away, issuer, StatusCodes.Status503ServiceUnavailable);

    private static RazorComponentResult<NoticePage> Of(HttpContext http, string language, string text, StaffIssuer issuer, int status)
    {
        var texts = PageTexts.Of(language);
        var notice = new Notice($"{OutsideTexts.Of(language).Refused}: {issuer.DisplayName}", text, SignInPages.SignInPath, texts.StartAgain);
        return SignInPages.Again<NoticePage>(http, new PageView(texts, SignInPages.SignInPath, Back: null, Guard: "") { Notice = notice }, status);
    }

    private static string TextOf(OutsideTexts outside, PageTexts texts, SignInRefusal reason) => reason switch
    {
        SignInRefusal.NoRole => outside.NoRole,
        SignInRefusal.UnusableClaims or SignInRefusal.EmailTaken => outside.NoAccount,
        SignInRefusal.PersonTaken => outside.OtherAccount,
        SignInRefusal.UsedLink => texts.LinkNoLongerExplanation,
        SignInRefusal.Inactive or SignInRefusal.Locked or SignInRefusal.LastAdministrator => outside.Closed,
        _ => outside.Failed,
    };
}
