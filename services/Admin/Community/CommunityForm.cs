using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Community;

/// <summary>The form in which a community organisation is written. Its fields are called as in registry: organisationNumber, texts.nb.</summary>
public sealed class CommunityForm(RegistryProfilesClient profiles, AreaNames areas, Submission submission, Words words)
{
    private CommunityMember _member = null!;

    public FormState State { get; private set; } = null!;

    /// <summary>Where somebody else was faster: what there is now beside what was written; null where nobody was.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    /// <summary>Lays the form out for one that there is, or for a new one.</summary>
    public void Show(CommunityMember member)
    {
        _member = member;
        var kept = member.Organisation;
        State = submission.Form(
            "community", ("version", kept.Version.ToString(CultureInfo.InvariantCulture)),
            ("chosenId", kept.CommunityOrganisationId.Length == 0 ? Guid.CreateVersion7().ToString() : ""),
            ("name", kept.Name), ("kind", kept.Kind), ("organisationNumber", kept.OrganisationNumber), ("website", kept.Website),
            ("areas", string.Join(',', kept.AreaCodes)), ("modes", string.Join(',', kept.Modes)),
            ("texts.nb", kept.Texts?.Nb ?? ""), ("texts.uk", kept.Texts?.Uk ?? ""), ("texts.en", kept.Texts?.En ?? ""));
    }

    /// <summary>Takes it down, or says all of it anew.</summary>
    /// <returns>Whether it is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        foreach (var field in (string[])["name", "kind"])
            State.Require(field, words);
        if (State.Errors.Count > 0)
            return false;
        var said = Read();
        var reply = await profiles.KeepCommunityOrganisationAsync(new KeepCommunityOrganisationRequest
        {
            MunicipalityCode = _member.Municipality.Code, Version = State.Version, Organisation = said, ChosenId = State["chosenId"],
        }).ReplyAsync();
        if (reply.Refused is not { } refused)
            return true;
        State.Refuse(refused, words, _member.Organisation.Version);
        if (refused.Code == "version_mismatch")
            Differences = Difference.Between(Tell(_member.Organisation), Tell(said));
        return false;
    }

    private CommunityOrganisation Read() => new()
    {
        CommunityOrganisationId = _member.Organisation.CommunityOrganisationId, Name = State["name"], Kind = State["kind"],
        OrganisationNumber = State["organisationNumber"], Website = State["website"],
        AreaCodes = { State.Chosen("areas") }, Modes = { State.Chosen("modes") },
        Texts = new LocalizedText { Nb = State["texts.nb"], Uk = State["texts.uk"], En = State["texts.en"] },
    };

    private IEnumerable<(string Label, string Text)> Tell(CommunityOrganisation said) =>
    [
        (words["community.name"], said.Name), (words["municipality.kind"], words.Name("community_kind", said.Kind)),
        (words["community.number"], said.OrganisationNumber), (words["profile.website"], said.Website),
        (words["offer.areas"], string.Join(", ", said.AreaCodes.Select(areas.NameOf).Order(StringComparer.CurrentCulture))),
        (words["need.modes"], string.Join(", ", said.Modes.Order(StringComparer.Ordinal).Select(mode => words.Name("mode", mode)))),
        (words["offer.text.nb"], said.Texts?.Nb ?? ""), (words["offer.text.uk"], said.Texts?.Uk ?? ""), (words["offer.text.en"], said.Texts?.En ?? ""),
    ];
}
