namespace Kommunebro.Contracts;

/// <summary>The roles of staff accounts. A person may hold several.</summary>
public static class StaffRole
{
    /// <summary>KS: the Norwegian side, runs, proposals.</summary>
    public const string KsCoordinator = "ks-coordinator";

    /// <summary>AUC: the Ukrainian side, verification of needs, proposals.</summary>
    public const string AucCoordinator = "auc-coordinator";

    /// <summary>Organisations, clients, accounts.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reads.</summary>
    public const string Viewer = "viewer";

    /// <summary>Those of KS and AUC, who see and change what the cooperation needs.</summary>
    public static readonly IReadOnlyList<string> Coordinators = [KsCoordinator, AucCoordinator];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [KsCoordinator, AucCoordinator, Administrator, Viewer];
}

/// <summary>Who gets a scope: partner organisations' clients, the platform's own services, or nobody but staff (by role).</summary>
public enum ScopeHolder { Partner, Service, StaffOnly }

/// <summary>What an endpoint asks of its caller: a staff role of the list, or a client's scope of the policy's name.</summary>
/// <param name="Name">The policy; for clients also the OAuth scope, e.g. "needs.write".</param>
/// <param name="Holder">Which clients may hold the scope.</param>
/// <param name="Roles">The staff roles that may; empty for none.</param>
public sealed record AccessRule(string Name, ScopeHolder Holder, params IReadOnlyList<string> Roles);

/// <summary>
/// The one table of who may do what. A partner with the scope may do it only for the municipalities that its organisation
/// acts for; that check is the service's, on every object. Initiatives are the exception: umbrella organisations record them
/// for any hromada, and change what they recorded.
/// </summary>
public static class AccessPolicies
{
    public const string RegistryRead = "registry.read";
    public const string RegistryWrite = "registry.write";
    public const string OffersWrite = "offers.write";
    public const string InterestRead = "interest.read";
    public const string ProfilesWrite = "profiles.write";
    public const string ContactsManage = "contacts.manage";
    public const string InitiativesRead = "initiatives.read";
    public const string InitiativesWrite = "initiatives.write";
    public const string NeedsRead = "needs.read";
    public const string NeedsWrite = "needs.write";
    public const string NeedsVerify = "needs.verify";
    public const string MatchingRun = "matching.run";
    public const string MatchingRead = "matching.read";
    public const string ScenariosWrite = "scenarios.write";
    public const string ProposalsRead = "proposals.read";
    public const string ProposalsPropose = "proposals.propose";
    public const string ProposalsApprove = "proposals.approve";
    public const string ProposalsAnswer = "proposals.answer";
    public const string AnswersRecord = "answers.record";
    public const string PartnershipsRead = "partnerships.read";
    public const string PartnershipsWrite = "partnerships.write";
    public const string WebhooksManage = "webhooks.manage";
    public const string EventsRead = "events.read";
    public const string InboxRead = "inbox.read";
    public const string DeliveriesRead = "deliveries.read";
    public const string OrganisationsManage = "organisations.manage";
    public const string AccountsManage = "accounts.manage";
    public const string SnapshotRead = "snapshot.read";

    /// <summary>Which partnerships exist, and nothing of the needs that <see cref="SnapshotRead"/> tells.</summary>
    public const string PartnershipsSnapshot = "partnerships.snapshot";

    /// <summary>The municipalities without where they lie, and nothing else of what <see cref="SnapshotRead"/> tells.</summary>
    public const string MunicipalitiesSnapshot = "municipalities.snapshot";
    public const string ContactsRead = "contacts.read";
    public const string StaffRead = "staff.read";
    public const string LinksCreate = "links.create";
    public const string AnswersRelay = "answers.relay";

    /// <summary>All rules.</summary>
    public static readonly IReadOnlyList<AccessRule> All =
    [
        new(RegistryRead, ScopeHolder.Partner, StaffRole.All),
        new(RegistryWrite, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(OffersWrite, ScopeHolder.Partner, StaffRole.Coordinators),
        new(InterestRead, ScopeHolder.StaffOnly, StaffRole.KsCoordinator),
        new(ProfilesWrite, ScopeHolder.Partner, StaffRole.Coordinators),
        new(ContactsManage, ScopeHolder.Partner, StaffRole.Coordinators),
        new(InitiativesRead, ScopeHolder.Partner, StaffRole.All),
        new(InitiativesWrite, ScopeHolder.Partner, StaffRole.Coordinators),
        new(NeedsRead, ScopeHolder.Partner, StaffRole.All),
        new(NeedsWrite, ScopeHolder.Partner, StaffRole.AucCoordinator),
        new(NeedsVerify, ScopeHolder.StaffOnly, StaffRole.AucCoordinator),
        new(MatchingRun, ScopeHolder.StaffOnly, StaffRole.KsCoordinator),
        new(MatchingRead, ScopeHolder.StaffOnly, StaffRole.All),
        new(ScenariosWrite, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(ProposalsRead, ScopeHolder.Partner, StaffRole.All),
        new(ProposalsPropose, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(ProposalsApprove, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(ProposalsAnswer, ScopeHolder.Partner),
        new(AnswersRecord, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(PartnershipsRead, ScopeHolder.Partner, StaffRole.All),
        new(PartnershipsWrite, ScopeHolder.StaffOnly, StaffRole.Coordinators),
        new(WebhooksManage, ScopeHolder.Partner),
        new(EventsRead, ScopeHolder.Partner),
        new(InboxRead, ScopeHolder.StaffOnly, StaffRole.All),
        new(DeliveriesRead, ScopeHolder.StaffOnly, [.. StaffRole.Coordinators, StaffRole.Administrator]),
        new(OrganisationsManage, ScopeHolder.StaffOnly, StaffRole.Administrator),
        new(AccountsManage, ScopeHolder.StaffOnly, StaffRole.Administrator),
        new(SnapshotRead, ScopeHolder.Service),
        new(PartnershipsSnapshot, ScopeHolder.Service),
        new(MunicipalitiesSnapshot, ScopeHolder.Service),
        new(ContactsRead, ScopeHolder.Service),
        new(StaffRead, ScopeHolder.Service),
        new(LinksCreate, ScopeHolder.Service),
        new(AnswersRelay, ScopeHolder.Service),
    ];
}
