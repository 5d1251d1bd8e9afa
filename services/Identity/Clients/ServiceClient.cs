using Kommunebro.Contracts;

namespace Kommunebro.Identity.Clients;

/// <summary>One of the platform's own services, and the scopes with which it asks others.</summary>
/// <param name="Id">Its client id: the service's name.</param>
/// <param name="Scopes">What it gets when it asks for no scope.</param>
public sealed record ServiceClient(string Id, params IReadOnlyList<string> Scopes)
{
    /// <summary>The client to which staff sign in.</summary>
    public const string Admin = "admin";

    /// <summary>All of them. Partners' client ids look different and never collide with these.</summary>
    public static readonly IReadOnlyList<ServiceClient> All =
    [
        new("registry", AccessPolicies.PartnershipsSnapshot),
        new("needs-intake", AccessPolicies.SnapshotRead),
        new("matching", AccessPolicies.SnapshotRead),
        new("notification", AccessPolicies.ContactsRead, AccessPolicies.StaffRead, AccessPolicies.LinksCreate, AccessPolicies.MunicipalitiesSnapshot),
        new(Admin, AccessPolicies.AnswersRelay),
    ];

    /// <summary>The service with this client id; null when it is a partner's client.</summary>
    public static ServiceClient? Find(string id) => All.FirstOrDefault(service => service.Id == id);
}
