using Microsoft.AspNetCore.Authentication;

namespace Kommunebro.Identity.SignIn;

/// <summary>What signing in needs.</summary>
internal static class SignInRegistration
{
    // A working day.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<StaffSession>();
        services.AddScoped<SignInTries>();
        services.AddScoped<PasswordAttempt>();
        services.AddScoped<SignInAudit>();
        services.AddSingleton<GuessBudget>();
        services.AddScoped<GuessAudit>();
        services.AddScoped<ChooseNewPassword>();
        services.AddScoped<Form>();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "kommunebro-form";
            form.Cookie.Path = "/connect";
            form.FormFieldName = Form.Guard;
        });
        services.AddAuthentication().AddCookie(StaffSession.Scheme, session =>
        {
            session.Cookie.Name = StaffSession.Scheme;
            session.Cookie.Path = "/connect";
            session.Cookie.SameSite = SameSiteMode.Lax;
            session.ExpireTimeSpan = Lifetime;
            session.SlidingExpiration = false;
        });
    }
}
