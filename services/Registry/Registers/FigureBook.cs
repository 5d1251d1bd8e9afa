using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Registers;

/// <summary>Adds figures that are not known; only those of them that count now change what the register says today.</summary>
internal sealed class FigureBook
{
    private readonly RegistryDb _db;
    private readonly FigureSource _source;
    private readonly DateOnly _day;
    private readonly Dictionary<(Guid Municipality, FigureName Name), List<Figure>> _known;
    private readonly Dictionary<Guid, DateOnly> _lastWord;

    private FigureBook(RegistryDb db, FigureSource source, DateOnly day, List<Figure> known)
    {
        (_db, _source, _day) = (db, source, day);
        _known = known.GroupBy(figure => (figure.MunicipalityId, figure.Name)).ToDictionary(group => group.Key, group => group.ToList());
        _lastWord = known.Where(figure => figure.Register == source.Register).GroupBy(figure => figure.MunicipalityId)
            .ToDictionary(group => group.Key, group => group.Max(figure => figure.LastAsOf));
    }

    /// <summary>Figures that were added.</summary>
    public int Added { get; private set; }

    /// <summary>The book with what is known of the municipalities that are stated.</summary>
    public static async Task<FigureBook> OpenAsync(
        RegistryDb db, IReadOnlyList<Statement> statements, FigureSource source, DateOnly day, CancellationToken cancellationToken)
    {
        var codes = statements.Select(statement => statement.Code).ToList();
        var known = await db.Figures.AsNoTracking()
            .Where(figure => db.Municipalities.Any(municipality => municipality.Id == figure.MunicipalityId && codes.Contains(municipality.Code)))
            .OrderBy(figure => figure.Id).ToListAsync(cancellationToken);
        return new FigureBook(db, source, day, known);
    }

    /// <summary>Notes all figures of <paramref name="statement"/>.</summary>
    /// <returns>What is to be said of the municipality now.</returns>
    public MunicipalityFacts Note(Municipality municipality, Statement statement)
    {
        var facts = municipality.Facts;
        foreach (var figure in statement.Figures) Add(municipality.Id, figure);
        if (statement.Name is { } name && Add(municipality.Id, new StatedFigure(FigureName.Name, name)))
            facts = facts with { Names = Renamed(facts.Names, name) };
        // Regions are no figures: of them an edition counts unless the same register has said something later of the municipality.
        if (statement.RegionNames is { } region && municipality.Country == Country.No && _lastWord.GetValueOrDefault(municipality.Id) <= _day)
            facts = facts with { RegionNames = Renamed(facts.RegionNames, region.Nb!), RegionCode = statement.RegionCode ?? facts.RegionCode };
        if (statement.OrganisationNumber is { } number && Add(municipality.Id, new StatedFigure(FigureName.OrganisationNumber, number)))
            facts = facts with { OrganisationNumber = number };
        if (statement.Place is { } place && Add(municipality.Id, new StatedFigure(FigureName.Place, string.Create(CultureInfo.InvariantCulture, $"{place.Latitude} {place.Longitude}"))))
            facts = facts with { Latitude = place.Latitude, Longitude = place.Longitude };
        foreach (var (year, persons) in statement.Populations.OrderBy(population => population.Year))
        {
            var counts = Add(municipality.Id, new StatedFigure(FigureName.Population, string.Create(CultureInfo.InvariantCulture, $"{persons}"), new DateOnly(year, 1, 1)));
            if (counts && (facts.PopulationYear is null || year >= facts.PopulationYear)) facts = facts with { Population = persons, PopulationYear = year };
        }
        return facts;
    }

    /// <summary>Adds it unless it is known.</summary>
    /// <returns>Whether it is new and counts now.</returns>
    private bool Add(Guid municipality, StatedFigure figure)
    {
        if (!_known.TryGetValue((municipality, figure.Name), out var known)) _known[(municipality, figure.Name)] = known = [];
        var day = figure.AsOf ?? _day;
        // Registers write the same thing in their own ways, so each is compared with itself alone.
        var own = known.Where(one => one.Register == _source.Register).OrderBy(one => one.LastAsOf).ToList();
        // What has a day of its own is compared with that day; else the same again on a later day is nothing new.
        var same = figure.AsOf is null && own.LastOrDefault()?.LastAsOf <= day ? own[^1] : own.Where(one => one.AsOf <= day && day <= one.LastAsOf).OrderBy(one => one.AsOf).LastOrDefault();
        if (same?.Value == figure.Value)
        {
            Restate(same, day);
            return false;
        }
        var added = new Figure(municipality, figure.Name, figure.Value, day, _source);
        _db.Add(added);
        known.Add(added);
        Added++;
        return Figure.CurrentOf(known) == added;
    }

    /// <summary>Keeps how long it was said, so that an edition of a day in between that comes late is known to be older.</summary>
    private void Restate(Figure figure, DateOnly day)
    {
        if (day <= figure.LastAsOf) return;
        // They are read without being tracked, since most of them stay as they are.
        if (_db.Entry(figure).State == EntityState.Detached) _db.Attach(figure);
        figure.Restate(day);
    }

    /// <summary>A name that is one part of an official name in several languages stays, with its forms for other readers.</summary>
    private static LocalizedText Renamed(LocalizedText known, string name) =>
        known.Nb is { } nb && (nb == name || name.Split(" - ").Contains(nb, StringComparer.Ordinal)) ? known : new LocalizedText(name, null, name);
}
