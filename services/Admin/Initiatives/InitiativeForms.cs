using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Initiatives;

/// <summary>The forms of an initiative: what is said of it, its end, and that it was a mistake. Fields are called as in registry: partner.code, source.date.</summary>
public sealed class InitiativeForms(RegistryInitiativesClient initiatives, Submission submission, Words words)
{
    private InitiativeDetail _initiative = null!;

    public FormState Content { get; private set; } = null!;

    public FormState End { get; private set; } = null!;

    public FormState Withdraw { get; private set; } = null!;

    /// <summary>Where somebody else was faster: what there is now beside what was written; null where nobody was.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    public bool HaveErrors => new[] { Content, End, Withdraw }.Any(form => form.Errors.Count > 0);

    /// <summary>Lays the forms out for <paramref name="initiative"/>, or for a new one.</summary>
    public void Show(InitiativeDetail initiative)
    {
        _initiative = initiative;
        var version = ("version", initiative.Version.ToString(CultureInfo.InvariantCulture));
        var said = initiative.Content;
        Content = submission.Form(
            "initiative", version,
            ("hromada", said.HromadaCode), ("partner.code", said.PartnerCode), ("partner.name", said.PartnerName),
            ("partner.country", said.PartnerCode.Length > 0 ? "" : said.PartnerCountry), ("kind", said.Kind), ("programme", said.Programme), ("status", said.Status),
            ("since", said.Since), ("until", said.Until), ("reference", said.Reference), ("source.name", said.SourceName), ("source.address", said.SourceAddress),
            ("source.date", said.SourceDate), ("sensitivity", said.Sensitivity));
        End = submission.Form("end", version, ("on", ""));
        Withdraw = submission.Form("withdraw", version);
    }

    /// <summary>Records it, or says all of it anew.</summary>
    /// <returns>Its id; null where it was refused.</returns>
    public async Task<string?> KeepAsync()
    {
        foreach (var field in (string[])["hromada", "kind", "programme", "status", "source.date"])
            Content.Require(field, words);
        if (Content.Errors.Count > 0)
            return null;
        var written = Written();
        var reply = await initiatives.KeepInitiativeAsync(
            new KeepInitiativeRequest { InitiativeId = _initiative.InitiativeId, Version = Content.Version, Content = written }).ReplyAsync();
        if (reply.Value is { } kept)
            return kept.InitiativeId;
        Refuse(Content, reply.Refused!);
        if (reply.Refused!.Code == "version_mismatch")
            Differences = Difference.Between(Tell(_initiative.Content), Tell(written));
        return null;
    }

    /// <summary>Ends it.</summary>
    public Task<bool> EndAsync() => StepAsync(End, new TakeInitiativeStepRequest { Step = "end", On = End["on"] });

    /// <summary>Takes back what was recorded by mistake.</summary>
    public Task<bool> WithdrawAsync() => StepAsync(Withdraw, new TakeInitiativeStepRequest { Step = "withdraw" });

    private async Task<bool> StepAsync(FormState form, TakeInitiativeStepRequest request)
    {
        (request.InitiativeId, request.Version) = (_initiative.InitiativeId, form.Version);
        if ((await initiatives.TakeInitiativeStepAsync(request).ReplyAsync()).Refused is not { } refused)
            return true;
        Refuse(form, refused);
        return false;
    }

    private void Refuse(FormState form, Refused refused) => form.Refuse(refused, words, _initiative.Version);

    private InitiativeContent Written() => new()
    {
        HromadaCode = Content["hromada"], PartnerCode = Content["partner.code"], PartnerName = Content["partner.name"],
        PartnerCountry = Content["partner.country"].ToLowerInvariant(), Kind = Content["kind"], Programme = Content["programme"], Status = Content["status"],
        Since = Content["since"], Until = Content["until"], Reference = Content["reference"], SourceName = Content["source.name"],
        SourceAddress = Content["source.address"], SourceDate = Content["source.date"], Sensitivity = Content["sensitivity"],
    };

    private IEnumerable<(string Label, string Text)> Tell(InitiativeContent said) =>
    [
        (words["initiatives.kind"], words.Name("initiative_kind", said.Kind)), (words["initiatives.in_programme"], words.Name("programme", said.Programme)),
        (words["offer.status"], words.Name("initiative_status", said.Status)), (words["initiatives.since"], said.Since), (words["initiatives.until"], said.Until),
        (words["initiatives.reference"], said.Reference), (words["initiatives.source"], said.SourceName), (words["initiatives.source_address"], said.SourceAddress),
        (words["initiatives.source_date"], said.SourceDate), (words["field.sensitivity"], words.Name("sensitivity", said.Sensitivity)),
    ];
}
