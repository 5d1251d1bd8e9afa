using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.ReadModel;

/// <summary>A municipality's names as columns, so that lists are searched and sorted in SQL.</summary>
public sealed class KnownPlace
{
    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Nb { get; private set; } = "";

    public string Uk { get; private set; } = "";

    public string En { get; private set; } = "";
}

internal sealed class KnownPlaceMapping : IEntityTypeConfiguration<KnownPlace>
{
    // A name that is missing in one language stands in another, in the order in which texts fall back.
    public void Configure(EntityTypeBuilder<KnownPlace> builder) => builder.HasNoKey().ToSqlQuery(
        """
        select id::uuid as id, state ->> 'code' as code,
               coalesce(state -> 'names' ->> 'nb', state -> 'names' ->> 'en', state -> 'names' ->> 'uk') as nb,
               coalesce(state -> 'names' ->> 'uk', state -> 'names' ->> 'en', state -> 'names' ->> 'nb') as uk,
               coalesce(state -> 'names' ->> 'en', state -> 'names' ->> 'nb', state -> 'names' ->> 'uk') as en
        from known_municipalities where state is not null
        """);
}
