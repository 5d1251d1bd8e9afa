namespace Kommunebro.Bench.Registry;

/// <summary>20,000 offers of the Norwegian municipalities, each with two areas: the available one of each, and what it withdrew before.</summary>
internal static class Offers
{
    public static async Task FillAsync(RunningRegistry registry)
    {
        await registry.ExecuteAsync(
            """
            insert into offers (id, version, municipality_id, status, person_days, languages, terms, max_partnerships, travel, illustrative, submitted_at, changed_at, last_confirmed_at)
            select gen_random_uuid(), 1, place.id, case when n <= 357 then 'available' else 'withdrawn' end, 20 + n % 200, '{nb,en}', '{short,long}', 2, 'ukraine_west', true, now(), now(), now()
            from generate_series(1, 20000) n
            join (select id, row_number() over (order by code) - 1 as at from municipalities where kind = 'municipality') place on place.at = (n - 1) % 357
            """);
        await registry.ExecuteAsync(
            """
            insert into offer_areas (offer_id, area_code, level, modes)
            select offer.id, area.code, 1 + (area.at + offer.at) % 4, '{training,advice_remote}'
            from (select id, row_number() over () as at from offers) offer
            join (select code, row_number() over (order by code) as at from areas) area on area.at in (1 + offer.at % 48, 1 + (offer.at + 7) % 48)
            """);
        await registry.ExecuteAsync("vacuum analyze");
    }
}
