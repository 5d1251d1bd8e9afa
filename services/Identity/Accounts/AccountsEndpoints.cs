using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.Accounts;

/// <summary>Staff accounts: what they need, and the REST face under /api/v1/accounts.</summary>
internal static class AccountsEndpoints
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>(identity =>
        {
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordRule.Shortest,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            identity.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<IdentityDb>();
        builder.Services.AddScoped<CreateAccount>();
        builder.Services.AddScoped<AccountChange>();
        builder.Services.AddScoped<EraseAccount>();
        builder.Services.AddScoped<ExportAccount>();
        builder.Services.AddTransient<PersonalDataCommand>();
        builder.Services.AddTransient<IServiceCommand, AdministratorCommand>();
        builder.Services.AddTransient<AccountChangesCommand>();
        builder.Services.AddTransient<IServiceCommand, AccountsCommand>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        var accounts = app.MapGroup("/api/v1/accounts").RequireAccess(AccessPolicies.AccountsManage);
        accounts.MapGet("", FindAccounts.ListAsync);
        accounts.MapGet("/{id:guid}", FindAccounts.GetAsync);
        accounts.MapPost("", CreateAccount.HandleAsync).WithMetadata(new AnswersWithSecret("The temporary password."));
        accounts.MapPut("/{id:guid}", ChangeAccount.ReviseAsync);
        accounts.MapDelete("/{id:guid}", EraseAccount.HandleAsync).WithName("EraseAccount");
        accounts.MapPost("/{id:guid}/deactivate", ChangeAccount.DeactivateAsync).WithIdempotencyKey<IdentityDb>();
        accounts.MapPost("/{id:guid}/activate", ChangeAccount.ActivateAsync).WithIdempotencyKey<IdentityDb>();
        accounts.MapPost("/{id:guid}/password", ChangeAccount.GivePasswordAsync)
            .WithName("GiveAccountPassword").WithMetadata(new AnswersWithSecret("The temporary password."));
        accounts.MapDelete("/{id:guid}/second-factor", ChangeAccount.EndSecondFactorAsync).WithName("EndSecondFactor");
    }
}
