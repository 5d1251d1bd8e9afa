using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Directory;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Texts;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Mail;

/// <summary>Writes the letter of a delivery to one person, in that person's language.</summary>
internal sealed class LetterWriter(NotificationDb db, People people, LetterLinks links, Templates templates)
{
    /// <summary>The letter's subject and text, and the address to which it goes.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">Another service does not answer, or refuses the link.</exception>
    public async Task<(Rendered Letter, string Email)> WriteAsync(
        Delivery delivery, Person person, Uri site, CancellationToken cancellationToken)
    {
        var variables = await VariablesAsync(delivery, person.Language, cancellationToken);
        // Asked later than the person's own, and true for as long as the link is good.
        var email = await links.AddAsync(variables, delivery, person.Language, cancellationToken) ?? person.Email;
        var text = await templates.RenderAsync(delivery.Recipient.IsStaff, delivery.Kind, person.Language, variables);
        var letter = await templates.RenderLetterAsync(person.Language, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = person.Name,
            ["body"] = text.Text,
            ["site"] = site.ToString(),
            ["staff"] = delivery.Recipient.IsStaff,
        });
        return (text with { Text = letter }, email);
    }

    private async Task<Dictionary<string, object>> VariablesAsync(Delivery delivery, string language, CancellationToken cancellationToken)
    {
        var facts = await CountedAsync(delivery, cancellationToken);
        var names = await MunicipalityNames.OfAsync(db, facts.Municipalities(), cancellationToken);
        var variables = FactVariables.Of(facts, language, names);
        if (OtherParty(delivery) is { } other)
        {
            variables["other"] = names.In(language, other);
            if (delivery.Kind == NoticeKind.ProposalAcceptedByHromada)
                // Who was only ever asked, and never whether the other side may know, is left out; the letter then says who helps.
                variables["contacts"] = (await people.OfMunicipalityAsync(other, cancellationToken))
                    .Where(person => person.MayBeNamed).Select(ContactOf).ToList();
        }

        return variables;
    }

    /// <summary>One e-mail tells of all needs of a run for which nobody was found: how many that are is known when it is written.</summary>
    private async Task<Facts> CountedAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.Kind != NoticeKind.RunUnmatched
            ? delivery.Facts
            : delivery.Facts with
            {
                Unmatched = await db.InboxItems.CountAsync(
                    item => item.Kind == NoticeKind.NeedUnmatched && item.RunId == delivery.Facts.RunId, cancellationToken),
            };

    private static Guid? OtherParty(Delivery delivery) => delivery.Recipient.MunicipalityId is not { } own ? null
        : own == delivery.Facts.HromadaId ? delivery.Facts.SupplierId : delivery.Facts.HromadaId;

    private static Dictionary<string, object> ContactOf(Person person) => new(StringComparer.Ordinal)
    {
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["title"] = person.Title,
    };
}
