using Kommunebro.Contracts;

namespace Kommunebro.Notification.Deliveries;

/// <summary>
/// Whom a delivery goes to, by ids alone. First a group is named (a municipality's contacts, holders of roles, the webhooks of
/// those who act for a municipality); when it is sent it becomes one delivery for each contact, account or webhook in it.
/// </summary>
public sealed record Recipient
{
    public Guid? MunicipalityId { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Registry's id of a contact of the municipality.</summary>
    public string? ContactId { get; init; }

    /// <summary>Identity's id of an account with one of the roles.</summary>
    public string? AccountId { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? WebhookId { get; init; }

    /// <summary>True as long as it names a group and nobody in it.</summary>
    public bool IsGroup => ContactId is null && AccountId is null && WebhookId is null;

    /// <summary>True for people of KS and AUC, false for those of a municipality.</summary>
    public bool IsStaff => Roles.Count > 0;

    public static Recipient Municipality(Guid id) => new() { MunicipalityId = id };

    public static Recipient Staff(IReadOnlyList<string> roles) => new() { Roles = roles };

    /// <summary>One of staff, who may hold any role.</summary>
    public static Recipient Account(Guid id) => new() { Roles = StaffRole.All, AccountId = id.ToString() };

    /// <summary>As the delivery log shows it, e.g. "municipality:{id}/contact:{id}".</summary>
    public override string ToString() => this switch
    {
        { WebhookId: { } webhook } => $"organisation:{OrganisationId}/webhook:{webhook}",
        { ContactId: { } contact } => $"municipality:{MunicipalityId}/contact:{contact}",
        { AccountId: { } account } => $"account:{account}",
        { MunicipalityId: { } municipality } => $"municipality:{municipality}",
        _ => $"role:{string.Join(',', Roles)}",
    };
}
