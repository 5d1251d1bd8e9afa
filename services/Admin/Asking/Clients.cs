global using IdentityClient = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;
global using MatchingClient = Kommunebro.Contracts.Matching.V1.Matching.MatchingClient;
global using NeedAttachmentsClient = Kommunebro.Contracts.Needs.V1.NeedAttachments.NeedAttachmentsClient;
global using NeedImportsClient = Kommunebro.Contracts.Needs.V1.NeedImports.NeedImportsClient;
global using NeedsClient = Kommunebro.Contracts.Needs.V1.Needs.NeedsClient;
global using NotificationClient = Kommunebro.Contracts.Notification.V1.Notification.NotificationClient;
global using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;
global using RegistryHistoryClient = Kommunebro.Contracts.Registry.V1.RegistryHistory.RegistryHistoryClient;
global using RegistryImportsClient = Kommunebro.Contracts.Registry.V1.RegistryImports.RegistryImportsClient;
global using RegistryInitiativesClient = Kommunebro.Contracts.Registry.V1.RegistryInitiatives.RegistryInitiativesClient;
global using RegistryOffersClient = Kommunebro.Contracts.Registry.V1.RegistryOffers.RegistryOffersClient;
global using RegistryProfilesClient = Kommunebro.Contracts.Registry.V1.RegistryProfiles.RegistryProfilesClient;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Asking;

/// <summary>The services that admin asks.</summary>
internal static class Clients
{
    public static void AddClients(this WebApplicationBuilder builder)
    {
        // The last registration of a type is the one that is injected: that must be the person's.
        builder.AddGrpcClientTo<MatchingClient>("Matching", AnonymousCall.Client, services => new AnonymousCall(
            services.GetRequiredService<ServiceToken>(), services.GetRequiredService<IHttpContextAccessor>()));
        builder.AddUserClientTo<RegistryClient>("Registry");
        builder.AddUserClientTo<RegistryOffersClient>("Registry");
        builder.AddUserClientTo<RegistryImportsClient>("Registry");
        builder.AddUserClientTo<RegistryHistoryClient>("Registry");
        builder.AddUserClientTo<RegistryInitiativesClient>("Registry");
        builder.AddUserClientTo<RegistryProfilesClient>("Registry");
        builder.AddUserClientTo<NeedsClient>("Needs");
        builder.AddUserClientTo<NeedAttachmentsClient>("Needs");
        builder.AddUserClientTo<NeedImportsClient>("Needs");
        builder.AddUserClientTo<MatchingClient>("Matching");
        builder.AddUserClientTo<NotificationClient>("Notification");
        builder.AddUserClientTo<IdentityClient>("IdentityGrpc");
        builder.Services.AddScoped<Actors>().AddScoped<AreaNames>();
    }

    private static void AddUserClientTo<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : Grpc.Core.ClientBase<TClient> => builder.AddGrpcClientTo<TClient>(
            service, typeof(TClient).Name, services => new UserCall(services.GetRequiredService<IHttpContextAccessor>()));
}
