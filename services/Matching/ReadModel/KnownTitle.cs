using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.ReadModel;

/// <summary>A need's title as a column to search in. That of a restricted need is not: a search would tell what the mask hides.</summary>
public sealed class KnownTitle
{
    public Guid Id { get; private set; }

    /// <summary>In all languages that it has.</summary>
    public string Text { get; private set; } = "";
}

internal sealed class KnownTitleMapping : IEntityTypeConfiguration<KnownTitle>
{
    public void Configure(EntityTypeBuilder<KnownTitle> builder) => builder.HasNoKey().ToSqlQuery(
        """
        select id::uuid as id, concat_ws(' ', state -> 'title' ->> 'nb', state -> 'title' ->> 'uk', state -> 'title' ->> 'en') as text
        from known_needs where state is not null and state ->> 'sensitivity' <> 'restricted'
        """);
}
