namespace Kommunebro.Identity.Pages;

/// <summary>What the pages say of signing in at a provider outside, in one language.</summary>
/// <param name="SignInAt">Before the provider's name.</param>
/// <param name="Refused">Before the provider's name: it did not lead in.</param>
/// <param name="NoRole">It gives the person no role.</param>
/// <param name="NoAccount">It tells no e-mail, or one that an account has already.</param>
/// <param name="OtherAccount">The person has an account, and came with a letter for another one.</param>
/// <param name="Closed">The account is inactive or locked.</param>
/// <param name="Failed">The answer was not to be believed, or the person gave up.</param>
/// <param name="Away">It does not answer.</param>
public sealed record OutsideTexts(
    string SignInAt, string Refused, string NoRole, string NoAccount, string OtherAccount, string Closed, string Failed, string Away)
{
    private static readonly OutsideTexts Bokmål = new(
        SignInAt: "Logg inn med",
        Refused: "Du ble ikke logget inn med",
        NoRole: "Du er kjent der, men har ingen rolle i Kommunebro. Spør administratoren din om å få en.",
        NoAccount: "Det finnes ikke en konto for deg, og det kan ikke opprettes en: e-postadressen din følger ikke med, eller en annen konto har den. Be administratoren din om en invitasjon, og logg inn fra lenken i den.",
        OtherAccount: "Du har allerede en konto, og invitasjonen gjelder en annen. Logg inn uten lenken i invitasjonen, eller spør administratoren din.",
        Closed: "Kontoen din er stengt eller sperret. Vent i 15 minutter, eller spør administratoren din.",
        Failed: "Innloggingen der ble avbrutt, tok for lang tid eller kunne ikke bekreftes. Prøv igjen.",
        Away: "Tjenesten svarer ikke nå. Prøv igjen om litt.");

    private static readonly OutsideTexts Ukrainian = new(
        SignInAt: "Увійти через",
        Refused: "Не вдалося увійти через",
        NoRole: "Вас там знають, але ви не маєте ролі в Kommunebro. Зверніться до адміністратора.",
        NoAccount: "Облікового запису для вас немає, і створити його не можна: вашу електронну пошту не передано або її вже має інший запис. Попросіть адміністратора надіслати запрошення й увійдіть за посиланням у ньому.",
        OtherAccount: "Ви вже маєте обліковий запис, а запрошення стосується іншого. Увійдіть без посилання із запрошення або зверніться до адміністратора.",
        Closed: "Ваш обліковий запис вимкнено або заблоковано. Зачекайте 15 хвилин або зверніться до адміністратора.",
        Failed: "Вхід там було скасовано, він тривав надто довго або його не вдалося підтвердити. Спробуйте ще раз.",
        Away: "Служба зараз не відповідає. Спробуйте трохи згодом.");

    private static readonly OutsideTexts English = new(
        SignInAt: "Sign in with",
        Refused: "You were not signed in with",
        NoRole: "You are known there, but have no role in Kommunebro. Ask your administrator for one.",
        NoAccount: "There is no account for you, and none can be opened: your e-mail address was not passed on, or another account has it. Ask your administrator for an invitation, and sign in from the link in it.",
        OtherAccount: "You have an account already, and the invitation is for another one. Sign in without the link in the invitation, or ask your administrator.",
        Closed: "Your account is closed or locked. Wait for 15 minutes, or ask your administrator.",
        Failed: "The sign-in there was cancelled, took too long or could not be confirmed. Try again.",
        Away: "The service does not answer now. Try again in a while.");

    /// <summary>The texts in nb, uk or en.</summary>
    public static OutsideTexts Of(string language) => language switch
    {
        "nb" => Bokmål,
        "uk" => Ukrainian,
        _ => English,
    };
}
