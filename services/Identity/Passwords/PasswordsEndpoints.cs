using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Passwords;

/// <summary>Invitations and forgotten passwords: what they need, their pages, and the REST call that invites.</summary>
internal static class PasswordsEndpoints
{
    public static void AddPasswords(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AskForPassword>();
        builder.Services.AddScoped<InviteAccount>();
        builder.Services.AddScoped<CreatePasswordLink>();
        builder.Services.AddScoped<ChooseByLink>();
        builder.Services.AddTransient<IServiceCommand, InvitationsCommand>();
    }

    public static void MapPasswords(this WebApplication app)
    {
        var pages = app.MapGroup("").WithMetadata(SignInPages.BeforeSignIn);
        pages.MapGet(SignInPages.ForgottenPath, ForgottenForm.Show);
        pages.MapPost(SignInPages.ForgottenPath, ForgottenForm.SendAsync);
        pages.MapGet(SignInPages.ChoosePath, ChooseForm.ShowAsync);
        pages.MapPost(SignInPages.ChoosePath, ChooseForm.SendAsync);
        app.MapPost("/api/v1/accounts/{id:guid}/invitation", InviteAccount.HandleAsync)
            .RequireAccess(AccessPolicies.AccountsManage).WithName("InviteAccount").WithIdempotencyKey<IdentityDb>();
    }
}
