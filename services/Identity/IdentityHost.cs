using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Actors;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Connect;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Keys;
using Kommunebro.Identity.Maskinporten;
using Kommunebro.Identity.Organisations;
using Kommunebro.Identity.OutsideStaff;
using Kommunebro.Identity.Passwords;
using Kommunebro.Identity.SecondFactor;
using Kommunebro.Identity.SignIn;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity;

/// <summary>Builds the identity host: alone in its process, beside others, or in a test.</summary>
public static class IdentityHost
{
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Identity", typeof(IdentityHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddDatabase<IdentityDb>();
        builder.AddMessaging<IdentityDb>("identity", Messages);
        builder.AddIdempotency<IdentityDb>();
        builder.AddKeys();
        builder.AddConnect();
        builder.AddSignIn();
        builder.AddSecondFactor();
        builder.AddAccounts();
        builder.AddPasswords();
        builder.AddOrganisations();
        builder.AddClients();
        builder.AddMaskinporten();
        builder.AddOutsideStaff();
        builder.Services.AddScoped<NameActors>();
        builder.Services.AddScoped<OperatorRun>();

        var app = builder.Build();
        app.Use(PublicOrigin.Apply);
        app.UseServiceDefaults();
        app.MapConnect();
        app.MapSignIn();
        app.MapSecondFactor();
        app.MapAccounts();
        app.MapPasswords();
        app.MapOrganisations();
        app.MapClients();
        app.MapOutsideStaff();
        app.MapGrpcService<IdentityGrpc>();
        return app;
    }

    private static void Messages(MessagingBuilder messages) => messages
        .Publishes<OrganisationChanged>(
            OrganisationChanged.MessageName,
            organisation => organisation.OrganisationId.ToString(),
            Subscribers.Of(OrganisationChanged.MessageName))
        .Publishes<PasswordLetterAsked>(
            PasswordLetterAsked.MessageName, letter => letter.AccountId.ToString(), Subscribers.Of(PasswordLetterAsked.MessageName));
}
