using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Assertions;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Organisations;
using Kommunebro.Identity.Passwords;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Data;

/// <summary>
/// What identity owns: accounts, organisations, their clients, what OpenIddict keeps of applications, authorizations and
/// tokens, which assertions were used, the keys of cookies, audit, outbox and inbox.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<PartnerClient> Clients => Set<PartnerClient>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<UsedAssertion> UsedAssertions => Set<UsedAssertion>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
        modelBuilder.AddTokenTables();
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotencyKeys();
    }
}
