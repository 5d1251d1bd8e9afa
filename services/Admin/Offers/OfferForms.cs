using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Offers;

/// <summary>The steps of an offer's life, each a form that registry judges.</summary>
public sealed class OfferForms(RegistryOffersClient offers, Submission submission, Words words)
{
    private readonly Dictionary<string, FormState> _forms = [];
    private OfferDetail _offer = null!;

    public bool HaveErrors => _forms.Values.Any(form => form.Errors.Count > 0);

    /// <summary>Lays the forms out for <paramref name="offer"/> as it stands.</summary>
    public void Show(OfferDetail offer)
    {
        _offer = offer;
        var version = ("version", offer.Version.ToString(CultureInfo.InvariantCulture));
        foreach (var step in OfferChoices.PlainSteps) _forms[step] = submission.Form(step, version);
        foreach (var step in OfferChoices.ReasonedSteps) _forms[step] = submission.Form(step, version, ("reason", ""));
    }

    /// <summary>The steps that there are for the reader; one that became impossible meanwhile stays while its form holds what somebody wrote.</summary>
    public IEnumerable<(string Step, FormState Form)> Offered =>
        _forms.Where(step => _offer.Steps.Contains(step.Key) || step.Value.HoldsWords).Select(step => (step.Key, step.Value));

    /// <summary>Takes the step.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> TakeAsync(string step)
    {
        var form = _forms[step];
        if (OfferChoices.ReasonedSteps.Contains(step))
            form.Require("reason", words);
        if (form.Errors.Count > 0)
            return false;
        var request = new TakeOfferStepRequest { OfferId = _offer.OfferId, Version = form.Version, Step = step, Reason = form["reason"] };
        if ((await offers.TakeOfferStepAsync(request).ReplyAsync()).Refused is not { } refused)
            return true;
        form.Refuse(refused, words, _offer.Version);
        return false;
    }
}
