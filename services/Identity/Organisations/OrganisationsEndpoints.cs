using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Organisations;

/// <summary>Partner organisations: what they need, and the REST face under /api/v1/organisations.</summary>
internal static class OrganisationsEndpoints
{
    public static void AddOrganisations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CreateOrganisation>();
        builder.Services.AddScoped<ChangeOrganisation>();
        builder.Services.AddTransient<IServiceCommand, OrganisationsCommand>();
    }

    public static void MapOrganisations(this WebApplication app)
    {
        var organisations = app.MapGroup("/api/v1/organisations").RequireAccess(AccessPolicies.OrganisationsManage);
        organisations.MapGet("", FindOrganisations.ListAsync);
        organisations.MapGet("/{id:guid}", FindOrganisations.GetAsync);
        organisations.MapPost("", CreateOrganisation.HandleAsync).WithIdempotencyKey<IdentityDb>();
        organisations.MapPut("/{id:guid}", ChangeOrganisation.ReviseAsync);
        organisations.MapPost("/{id:guid}/close", ChangeOrganisation.CloseAsync).WithIdempotencyKey<IdentityDb>();
        organisations.MapPost("/{id:guid}/reopen", ChangeOrganisation.ReopenAsync).WithIdempotencyKey<IdentityDb>();
    }
}
