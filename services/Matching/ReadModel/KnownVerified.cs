using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.ReadModel;

/// <summary>A verified need as columns, to be counted in SQL.</summary>
public sealed class KnownVerified
{
    public Guid Id { get; private set; }

    public Guid HromadaId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class KnownVerifiedMapping : IEntityTypeConfiguration<KnownVerified>
{
    public void Configure(EntityTypeBuilder<KnownVerified> builder) => builder.HasNoKey().ToSqlQuery(
        """
        select id::uuid as id, (state ->> 'municipalityId')::uuid as hromada_id, (state ->> 'expiresAt')::timestamptz as expires_at
        from known_needs where state is not null
        """);
}
