namespace Kommunebro.Registry.Municipalities;

/// <summary>The function in PostgreSQL that finds municipalities by name, and what it needs to do so within milliseconds; for migrations.</summary>
internal static class NameSearch
{
    /// <summary>
    /// The ids of those with <c>part</c> (a pattern in small letters) in a name as it is written, with a code like <c>start</c>, or with
    /// <c>name</c> in a name across scripts (see <see cref="SearchKey"/>; null to leave this out, and nothing is looked for by fewer than three
    /// letters). When there are none, and <c>roughly</c>, those with a word that is written nearly so: 0.5 by word_similarity of pg_trgm is what
    /// Kharkov has of Харківська, and few others have. One function with plans of its own, since PostgreSQL would estimate each search anew for ten
    /// times as long as it takes.
    /// </summary>
    public const string Create = """
        create index ix_municipalities_names on municipalities using gin (lower_names gin_trgm_ops, search_key gin_trgm_ops, code gin_trgm_ops);

        create function municipalities_named(part text, start text, name text, roughly boolean) returns setof uuid
        language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan as $$
        declare
            key text := likeness_key(name);
        begin
            if length(key) < 3 then
                key := null;
            end if;
            return query select m.id from municipalities m
                where m.lower_names like part escape '\' or m.code like start escape '\' or m.search_key like '%' || key || '%';
            if not found and roughly then
                -- Not said of the function itself: a dump that names a setting of an extension can only be restored by a superuser.
                perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
                return query select m.id from municipalities m where key <% m.search_key;
            end if;
        end $$;
        """;

    /// <summary>Takes them away.</summary>
    public const string Drop = "drop function municipalities_named(text, text, text, boolean); drop index ix_municipalities_names;";
}
