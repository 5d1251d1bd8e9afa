using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Profiles;

/// <summary>The form in which it is written what a municipality says of itself. Its fields are called as in registry: texts.nb, displacedPersons.on.</summary>
public sealed class ProfileForm(RegistryProfilesClient profiles, Submission submission, Words words)
{
    private const string Name = "profile";

    private static readonly string[] Displaced = ["displacedPersons.count", "displacedPersons.on", "displacedPersons.source"];

    private Municipality _municipality = null!;
    private Profile _kept = null!;

    public FormState State { get; private set; } = null!;

    /// <summary>Where somebody else was faster: what there is now beside what was written; null where nobody was.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    /// <summary>Lays the form out for what the municipality says now.</summary>
    public void Show(MunicipalityDetail detail)
    {
        (_municipality, _kept) = (detail.Municipality, detail.Profile ?? new Profile());
        var texts = _kept.Texts ?? new LocalizedText();
        // A box that is not ticked is not sent.
        var isMember = _kept.Association.Length > 0 && submission.FormName != Name;
        State = submission.Form(
            Name, ("version", Text(_kept.Version)),
            ("texts.nb", texts.Nb), ("texts.uk", texts.Uk), ("texts.en", texts.En),
            ("geography", string.Join(',', _kept.Geography)), ("workingLanguages", string.Join(',', _kept.WorkingLanguages)),
            ("administrativeCapacity", _kept.HasAdministrativeCapacity ? Text(_kept.AdministrativeCapacity) : ""),
            ("association", isMember ? "true" : ""), ("head", _kept.Head),
            ("displacedPersons.count", _kept.HasDisplacedPersons ? Text(_kept.DisplacedPersons) : ""),
            ("displacedPersons.on", _kept.DisplacedPersonsOn), ("displacedPersons.source", _kept.DisplacedPersonsSource));
    }

    /// <summary>Says all of it anew.</summary>
    /// <returns>Whether it is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        var said = Read();
        if (State.Errors.Count > 0)
            return false;
        var request = new WriteProfileRequest { MunicipalityCode = _municipality.Code, Version = State.Version, Profile = said };
        if ((await profiles.WriteProfileAsync(request).ReplyAsync()).Refused is not { } refused)
            return true;
        State.Refuse(refused, words, _kept.Version);
        if (refused.Code == "version_mismatch")
            Differences = Difference.Between(Tell(_kept), Tell(said));
        return false;
    }

    private Profile Read()
    {
        var said = new Profile
        {
            Texts = new LocalizedText { Nb = State["texts.nb"], Uk = State["texts.uk"], En = State["texts.en"] },
            Geography = { State.Chosen("geography") }, WorkingLanguages = { State.Chosen("workingLanguages") },
            Association = State.IsChecked("association") ? ProfileChoices.AssociationOf(_municipality.Country) : "", Head = State["head"],
            DisplacedPersonsOn = State["displacedPersons.on"], DisplacedPersonsSource = State["displacedPersons.source"],
        };
        if (State.Number("administrativeCapacity", words) is { } capacity) said.AdministrativeCapacity = capacity;
        if (State.Number("displacedPersons.count", words) is { } count) said.DisplacedPersons = count;
        if (Array.Exists(Displaced, field => State[field].Length > 0))
            foreach (var field in Displaced) State.Require(field, words);
        return said;
    }

    private IEnumerable<(string Label, string Text)> Tell(Profile said) =>
    [
        (words["offer.text.nb"], said.Texts?.Nb ?? ""), (words["offer.text.uk"], said.Texts?.Uk ?? ""), (words["offer.text.en"], said.Texts?.En ?? ""),
        (words["profile.geography"], Names("geography", said.Geography)),
        (words["profile.working_languages"], Names("language", said.WorkingLanguages)),
        (words["profile.administrative_capacity"], said.HasAdministrativeCapacity ? words.Name("administrative_capacity", Text(said.AdministrativeCapacity)) : ""),
        (words["profile.association"], words.Name("association", said.Association)),
        (words["profile.head"], words.Name("legal_head", said.Head)),
        (words["profile.displaced"], said.HasDisplacedPersons ? $"{words.Number(said.DisplacedPersons)}, {said.DisplacedPersonsOn}, {said.DisplacedPersonsSource}" : ""),
    ];

    private string Names(string list, IEnumerable<string> values) => string.Join(", ", values.Order(StringComparer.Ordinal).Select(value => words.Name(list, value)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
