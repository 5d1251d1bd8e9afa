using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Partnerships;

/// <summary>A need that a partnership serves, as columns, so that lists can ask for it in SQL.</summary>
public sealed class ServedNeed
{
    public Guid PartnershipId { get; private set; }

    public Guid NeedId { get; private set; }
}

internal sealed class ServedNeedMapping : IEntityTypeConfiguration<ServedNeed>
{
    public void Configure(EntityTypeBuilder<ServedNeed> builder) => builder.HasNoKey().ToSqlQuery(
        "select p.id as partnership_id, (need ->> 'id')::uuid as need_id from partnerships p, jsonb_array_elements(p.needs) need");
}
