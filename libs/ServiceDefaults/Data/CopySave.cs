using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Kommunebro.ServiceDefaults;

/// <summary>Stores many new entities at once by PostgreSQL's binary COPY, some ten times as fast as SaveChanges.</summary>
public static class CopySave
{
    /// <summary>
    /// Stores all that was added by COPY, principals before dependents, and then what was changed or deleted as SaveChanges does; in the
    /// current transaction or one of its own. It forgets all of it: the change tracker is empty afterwards. Values that the database makes
    /// (identities, computed columns) are not read back.
    /// </summary>
    /// <exception cref="DbUpdateException">What SaveChanges throws; also for a key that another row has.</exception>
    public static async Task SaveByCopyAsync(this DbContext db, CancellationToken cancellationToken)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var tracked = db.ChangeTracker.Entries().ToLookup(entry => entry.State == EntityState.Added);
            // What is new is stored as it is now: to look for changes in it takes as long as to store it.
            foreach (var known in tracked[false])
                known.DetectChanges();
            await using var transaction =
                db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
            foreach (var rows in tracked[true].ToLookup(entry => entry.Metadata).OrderBy(rows => Depth(rows.Key, [])))
                await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), rows.Key, rows.Select(ValuesOf), cancellationToken);
            await SaveOthersAsync(db, tracked, cancellationToken);
            if (transaction is not null)
                await transaction.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Stores new entities that the change tracker need not know, in the current transaction. Values that the database makes are not read back.</summary>
    /// <exception cref="DbUpdateException">What SaveChanges throws.</exception>
    public static Task StoreByCopyAsync<TEntity>(this DbContext db, IEnumerable<TEntity> entities, CancellationToken cancellationToken) where TEntity : class =>
        CopyAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), db.Model.FindEntityType(typeof(TEntity))!,
            entities.Select<TEntity, Func<IProperty, object?>>(entity => property => property.GetGetter().GetClrValueUsingContainingEntity(entity)), cancellationToken);

    private static async Task SaveOthersAsync(DbContext db, ILookup<bool, EntityEntry> tracked, CancellationToken cancellationToken)
    {
        if (tracked[false].All(entry => entry.State == EntityState.Unchanged))
            return;
        foreach (var stored in tracked[true])
            stored.State = EntityState.Detached;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Func<IProperty, object?> ValuesOf(EntityEntry row)
    {
        var values = row.CurrentValues;
        return property => values[property];
    }

    /// <summary>How many tables must have their rows before this one.</summary>
    private static int Depth(IEntityType type, HashSet<IEntityType> seen) => seen.Add(type)
        ? type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type)
            .Select(principal => 1 + Depth(principal, seen)).DefaultIfEmpty(0).Max()
        : 0;

    private static async Task CopyAsync(
        NpgsqlConnection connection, IEntityType type, IEnumerable<Func<IProperty, object?>> rows, CancellationToken cancellationToken)
    {
        await using var probe = connection.CreateCommand();
        Column[] columns = [.. type.GetFlattenedProperties().Where(IsOurs).Select(property => new Column(property, probe))];
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"copy \"{type.GetTableName()}\" ({names}) from stdin (format binary)", cancellationToken);
        try
        {
            foreach (var row in rows)
                await WriteAsync(writer, columns, row, cancellationToken);
            await writer.CompleteAsync(cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw new DbUpdateException($"Rows of {type.GetTableName()} were refused.", refused);
        }
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, Column[] columns, Func<IProperty, object?> row, CancellationToken cancellationToken)
    {
        await writer.StartRowAsync(cancellationToken);
        foreach (var column in columns)
            if (column.Stored(row(column.Property)) is { } value)
                await writer.WriteAsync(value, column.Type, cancellationToken);
            else
                await writer.WriteNullAsync(cancellationToken);
    }

    private static bool IsOurs(IProperty property) => property.GetComputedColumnSql() is null
        && property.GetValueGenerationStrategy() is not
            (Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityAlwaysColumn
            or Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>A column, and how EF would send its values.</summary>
    private sealed class Column
    {
        private readonly RelationalTypeMapping _mapping;

        public Column(IProperty property, DbCommand command)
        {
            Property = property;
            Name = property.GetColumnName();
            _mapping = property.GetRelationalTypeMapping();
            Type = ((NpgsqlParameter)_mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType;
        }

        public IProperty Property { get; }

        public string Name { get; }

        public NpgsqlDbType Type { get; }

        public object? Stored(object? value) => _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
