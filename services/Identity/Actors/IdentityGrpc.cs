using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Passwords;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Actors;

/// <summary>What other services ask for.</summary>
internal sealed class IdentityGrpc(IdentityDb db, NameActors names, CreatePasswordLink links) : Contracts.Identity.V1.Identity.IdentityBase
{
    /// <summary>The active accounts with a role, by name. Refuses: unknown_value (role).</summary>
    [Authorize(AccessPolicies.StaffRead)]
    public override async Task<ListStaffReply> ListStaff(ListStaffRequest request, ServerCallContext context)
    {
        new Rules().Check(
            StaffRole.All.Contains(request.Role), "role", "unknown_value", $"Must be one of: {string.Join(", ", StaffRole.All)}.").Enforce();
        var accounts = await db.Accounts.AsNoTracking()
            .Where(account => account.Active && account.Roles.Contains(request.Role))
            .OrderBy(account => account.Name).ThenBy(account => account.Id)
            .ToListAsync(context.CancellationToken);
        var reply = new ListStaffReply();
        reply.Accounts.AddRange(accounts.Select(account => new StaffAccount
        {
            AccountId = account.Id.ToString(), Name = account.Name, Email = account.Email, Language = account.Language,
        }));
        return reply;
    }

    /// <summary>Names for actors. Refuses: out_of_range for more than 500.</summary>
    [Authorize(AccessPolicies.InboxRead)]
    public override async Task<NameActorsReply> NameActors(NameActorsRequest request, ServerCallContext context)
    {
        var reply = new NameActorsReply();
        reply.Names.Add(await names.RunAsync([.. request.Actors], context.CancellationToken));
        return reply;
    }

    /// <summary>The link of a letter. Refuses: account_not_found, account_inactive, has_password.</summary>
    [Authorize(AccessPolicies.LinksCreate)]
    public override async Task<CreatePasswordLinkReply> CreatePasswordLink(CreatePasswordLinkRequest request, ServerCallContext context)
    {
        var id = Guid.TryParse(request.AccountId, out var given) ? given : throw AccountChange.NotFound();
        var (link, token, email) = await links.RunAsync(id, request.Invitation, context.CancellationToken);
        return new CreatePasswordLinkReply
        {
            Token = token, ExpiresAt = link.ExpiresAt.ToString("O", CultureInfo.InvariantCulture), Email = email,
        };
    }
}
