using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>Clients of services and partners: what they need, and the REST face under /api/v1/organisations/{id}/clients.</summary>
internal static class ClientsEndpoints
{
    public static void AddClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CreateClient>();
        builder.Services.AddScoped<RevokeClient>();
        builder.Services.AddScoped<ClientChange>();
        builder.Services.AddScoped<RotateSecret>();
        builder.Services.AddTransient<ClientCredentialsCommand>();
        builder.Services.AddTransient<PartnerClientsCommand>();
        builder.Services.AddTransient<ApplyServiceClients>();
        builder.Services.AddTransient<IMigrationStep>(provider => provider.GetRequiredService<ApplyServiceClients>());
        builder.Services.AddTransient<IServiceCommand, ClientsCommand>();
    }

    public static void MapClients(this WebApplication app)
    {
        var clients = app.MapGroup("/api/v1/organisations/{id:guid}/clients").RequireAccess(AccessPolicies.OrganisationsManage);
        clients.MapGet("", FindClients.ListAsync);
        clients.MapGet("/{client:guid}", FindClients.GetAsync).WithName("GetClient");
        clients.MapPost("", CreateClient.HandleAsync).WithMetadata(new AnswersWithSecret("The client's secret."));
        clients.MapPost("/{client:guid}/revoke", RevokeClient.HandleAsync).WithIdempotencyKey<IdentityDb>();
        clients.MapPost("/{client:guid}/rotate-secret", RotateSecret.HandleAsync)
            .WithName("RotateClientSecret").WithMetadata(new AnswersWithSecret("The client's new secret."));
        clients.MapDelete("/{client:guid}/old-secret", EndSecrets.OldAsync).WithName("EndOldClientSecret");
        clients.MapDelete("/{client:guid}/secrets", EndSecrets.AllAsync).WithName("EndClientSecrets");
        clients.MapPut("/{client:guid}/keys", ChangeKeys.HandleAsync).WithName("ChangeClientKeys");
    }
}
