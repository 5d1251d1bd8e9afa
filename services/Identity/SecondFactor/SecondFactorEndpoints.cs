using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>The second factor: what it needs, and its pages.</summary>
internal static class SecondFactorEndpoints
{
    public static void AddSecondFactor(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(SecondFactorRule.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddScoped<CodeAttempt>();
        builder.Services.AddScoped<EnrolSecondFactor>();
    }

    public static void MapSecondFactor(this WebApplication app)
    {
        var pages = app.MapGroup("").WithMetadata(SignInPages.BeforeSignIn);
        pages.MapGet(SignInPages.SecondFactorPath, CodeForm.ShowAsync);
        pages.MapPost(SignInPages.SecondFactorPath, CodeForm.SendAsync);
        pages.MapGet(SignInPages.EnrolPath, EnrolForm.ShowAsync);
        pages.MapPost(SignInPages.EnrolPath, EnrolForm.SendAsync);
    }
}
