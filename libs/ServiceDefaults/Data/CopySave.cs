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
    /// Stores all that was added, principals before dependents, in the current transaction or one of its own, and forgets it: the
    /// change tracker is empty afterwards. Values that the database makes (identities, computed columns) are not read back.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something was changed or deleted, which COPY cannot store.</exception>
    public static async Task SaveByCopyAsync(this DbContext db, CancellationToken cancellationToken)
    {
        var tracked = db.ChangeTracker.Entries().ToList();
        if (tracked.Exists(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("Only what was added can be stored by COPY.");
        var added = tracked.Where(entry => entry.State == EntityState.Added).ToLookup(entry => entry.Metadata);
        await using var transaction =
            db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var rows in added.OrderBy(rows => Depth(rows.Key, [])))
            await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), rows.Key, rows, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>How many tables must have their rows before this one.</summary>
    private static int Depth(IEntityType type, HashSet<IEntityType> seen) => seen.Add(type)
        ? type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type)
            .Select(principal => 1 + Depth(principal, seen)).DefaultIfEmpty(0).Max()
        : 0;

    private static async Task CopyAsync(
        NpgsqlConnection connection, IEntityType type, IEnumerable<EntityEntry> rows, CancellationToken cancellationToken)
    {
        await using var probe = connection.CreateCommand();
        Column[] columns = [.. type.GetFlattenedProperties().Where(IsOurs).Select(property => new Column(property, probe))];
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"copy \"{type.GetTableName()}\" ({names}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            var values = row.CurrentValues;
            foreach (var column in columns)
                if (column.Stored(values[column.Property]) is { } value)
                    await writer.WriteAsync(value, column.Type, cancellationToken);
                else
                    await writer.WriteNullAsync(cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
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
