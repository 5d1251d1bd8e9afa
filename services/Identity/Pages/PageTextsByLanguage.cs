namespace Kommunebro.Identity.Pages;

/// <summary>The texts themselves.</summary>
internal static class PageTextsByLanguage
{
    public static readonly PageTexts Bokmål = new()
    {
        Language = "nb",
        SignIn = "Logg inn",
        SignInIntroduction = "Kommunebro er for ansatte i KS og AUC som har fått en konto.",
        Email = "E-post",
        Password = "Passord",
        NewPassword = "Velg et nytt passord",
        NewPasswordIntroduction = "Passordet du fikk, var midlertidig. Velg ett som bare du kjenner, med minst 12 tegn.",
        Again = "Gjenta passordet",
        Save = "Lagre og fortsett",
        FaultsTitle = "Noe må rettes",
        WrongSignIn = "E-post og passord passer ikke sammen, eller kontoen er sperret. Etter fem feil må du vente i 15 minutter.",
        PageTooOld = "Siden var åpen for lenge. Fyll ut skjemaet på nytt.",
        EmailMissing = "Skriv e-postadressen din.",
        PasswordMissing = "Skriv passordet ditt.",
        PasswordLength = "Passordet må ha fra 12 til 200 tegn.",
        PasswordOld = "Velg et annet passord enn det du har.",
        PasswordsDiffer = "De to passordene er ikke like.",
        Failed = "Innloggingen kan ikke fortsette",
        FailedExplanation = "Siden var åpen for lenge, eller adressen er ufullstendig eller brukt før.",
        StartAgain = "Begynn på nytt",
        LanguageChoice = "Språk",
    };

    public static readonly PageTexts Ukrainian = new()
    {
        Language = "uk",
        SignIn = "Увійти",
        SignInIntroduction = "Kommunebro — для працівників KS та АМУ, які отримали обліковий запис.",
        Email = "Електронна пошта",
        Password = "Пароль",
        NewPassword = "Оберіть новий пароль",
        NewPasswordIntroduction = "Отриманий пароль був тимчасовим. Оберіть такий, який знаєте лише ви, щонайменше 12 символів.",
        Again = "Повторіть пароль",
        Save = "Зберегти й продовжити",
        FaultsTitle = "Потрібні виправлення",
        WrongSignIn = "Пошта й пароль не збігаються або обліковий запис заблоковано. Після п’яти помилок зачекайте 15 хвилин.",
        PageTooOld = "Сторінка була відкрита надто довго. Заповніть форму ще раз.",
        EmailMissing = "Вкажіть електронну пошту.",
        PasswordMissing = "Вкажіть пароль.",
        PasswordLength = "Пароль має містити від 12 до 200 символів.",
        PasswordOld = "Оберіть пароль, відмінний від теперішнього.",
        PasswordsDiffer = "Паролі не збігаються.",
        Failed = "Не вдалося продовжити вхід",
        FailedExplanation = "Сторінка була відкрита надто довго, або адреса неповна чи вже використана.",
        StartAgain = "Почати спочатку",
        LanguageChoice = "Мова",
    };

    public static readonly PageTexts English = new()
    {
        Language = "en",
        SignIn = "Sign in",
        SignInIntroduction = "Kommunebro is for staff of KS and AUC who were given an account.",
        Email = "E-mail",
        Password = "Password",
        NewPassword = "Choose a new password",
        NewPasswordIntroduction = "The password that you were given was temporary. Choose one that only you know, of at least 12 characters.",
        Again = "Repeat the password",
        Save = "Save and go on",
        FaultsTitle = "Something must be corrected",
        WrongSignIn = "E-mail and password do not fit together, or the account is locked. After five failures wait for 15 minutes.",
        PageTooOld = "The page was open for too long. Fill in the form again.",
        EmailMissing = "Write your e-mail address.",
        PasswordMissing = "Write your password.",
        PasswordLength = "The password must have 12 to 200 characters.",
        PasswordOld = "Choose another password than the one you have.",
        PasswordsDiffer = "The two passwords differ.",
        Failed = "The sign-in cannot go on",
        FailedExplanation = "The page was open for too long, or the address is incomplete or was used before.",
        StartAgain = "Start again",
        LanguageChoice = "Language",
    };
}
