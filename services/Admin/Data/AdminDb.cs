using Kommunebro.Admin.Drafts;
using Kommunebro.Admin.Reading;
using Kommunebro.Admin.SignIn;
using Kommunebro.Admin.Views;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Data;

/// <summary>What admin owns: who is signed in, unsent forms, settings and saved views of persons, and the keys that protect them.</summary>
public sealed class AdminDb(DbContextOptions<AdminDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AdminDb).Assembly);
}
