using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.ReadModel;

/// <summary>A need that is restricted now, or was when it was withdrawn or when a proposal or a partnership was made of it or a scenario pinned it.</summary>
public sealed class RestrictedNeed
{
    public Guid Id { get; private set; }
}

internal sealed class RestrictedNeedMapping : IEntityTypeConfiguration<RestrictedNeed>
{
    public void Configure(EntityTypeBuilder<RestrictedNeed> builder) => builder.HasNoKey().ToSqlQuery(
        """
        select id::uuid as id from known_needs where state ->> 'sensitivity' = 'restricted'
        union select need_id from hidden_needs
        union select need_id from proposals where match -> 'need' ->> 'sensitivity' = 'restricted'
        union select (need ->> 'id')::uuid from partnerships, jsonb_array_elements(needs) need where need ->> 'sensitivity' = 'restricted'
        union select (pin ->> 'needId')::uuid from scenario_versions, jsonb_array_elements(content -> 'pins') pin where (pin ->> 'restricted')::bool
        """);
}
