using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kommunebro.ServiceDefaults;

/// <summary>Writes the audit.</summary>
public static class AuditLog
{
    /// <summary>Kept, since an import writes thousands of entries and EF searches for a service anew each time.</summary>
    private static readonly ConditionalWeakTable<DbContext, Tuple<AuditActor, TimeProvider>> Needed = [];

    /// <summary>Adds the audit table to a service's model.</summary>
    public static ModelBuilder AddAudit(this ModelBuilder model)
    {
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("audit");
            audit.Property(entry => entry.Id).UseIdentityAlwaysColumn();
            audit.Property(entry => entry.Before).HasColumnType("jsonb");
            audit.Property(entry => entry.After).HasColumnType("jsonb");
            audit.HasIndex(entry => new { entry.SubjectType, entry.SubjectId, entry.Id });
        });
        return model;
    }

    /// <summary>
    /// Notes a change; it is stored by the SaveChanges of the change itself.
    /// <paramref name="before"/> and <paramref name="after"/> carry ids, never personal values.
    /// </summary>
    public static void Audit(this DbContext db, string action, string subjectType, string subjectId, object? before, object? after)
    {
        var (actor, clock) = Needed.GetValue(db, static db => new Tuple<AuditActor, TimeProvider>(db.GetService<AuditActor>(), db.GetService<TimeProvider>()));
        db.Add(new AuditEntry
        {
            At = clock.GetUtcNow(),
            Who = actor.Who,
            OnBehalfOf = actor.OnBehalfOf,
            Action = action,
            SubjectType = subjectType,
            SubjectId = subjectId,
            Before = ToJson(before),
            After = ToJson(after),
            TraceId = Activity.Current?.TraceId.ToString(),
        });
    }

    private static string? ToJson(object? state) =>
        state is null ? null : JsonSerializer.Serialize(state, state.GetType(), ApiJson.Options);
}
