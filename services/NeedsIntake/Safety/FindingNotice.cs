using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>Warns whoever wrote it. The need is kept from others until a person of AUC decides.</summary>
/// <param name="Field">The field's path, e.g. description.uk.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Text">The same in words, with what to do.</param>
public sealed record FindingNotice(string Field, FindingKind Kind, LocalizedText Text)
{
    private static readonly Dictionary<FindingKind, LocalizedText> Texts = new()
    {
        [FindingKind.PhoneNumber] = new(
            "Dette ligner et telefonnummer. Ta det ut; kontaktpersoner registreres for seg.",
            "Це схоже на номер телефону. Приберіть його; контактних осіб реєструють окремо.",
            "This looks like a phone number. Take it out; contacts are registered by themselves."),
        [FindingKind.EmailAddress] = new(
            "Dette ligner en e-postadresse. Ta den ut; kontaktpersoner registreres for seg.",
            "Це схоже на адресу електронної пошти. Приберіть її; контактних осіб реєструють окремо.",
            "This looks like an e-mail address. Take it out; contacts are registered by themselves."),
        [FindingKind.TaxNumber] = new(
            "Dette ligner et personlig skattenummer (РНОКПП). Ta det ut.",
            "Це схоже на РНОКПП. Приберіть його.",
            "This looks like a personal tax number (RNOKPP). Take it out."),
        [FindingKind.Passport] = new(
            "Dette ligner et passnummer. Ta det ut.",
            "Це схоже на номер паспорта. Приберіть його.",
            "This looks like a passport number. Take it out."),
        [FindingKind.BankAccount] = new(
            "Dette ligner et kontonummer. Ta det ut.",
            "Це схоже на номер рахунку. Приберіть його.",
            "This looks like a bank account. Take it out."),
        [FindingKind.Coordinates] = new(
            "Dette ligner koordinater eller en kartlenke. Ta dem ut; de kan hjelpe den som angriper.",
            "Це схоже на координати або посилання на карту. Приберіть їх: вони можуть допомогти нападникові.",
            "This looks like coordinates or a link to a map. Take them out; they can help an attacker."),
        [FindingKind.CriticalInfrastructureAddress] = new(
            "Dette ligner adressen til kritisk infrastruktur. Ta adressen ut.",
            "Це схоже на адресу критичної інфраструктури. Приберіть адресу.",
            "This looks like the address of critical infrastructure. Take the address out."),
        [FindingKind.DeliveryRoute] = new(
            "Dette ligner en rute eller et tidspunkt for en leveranse. Ta det ut.",
            "Це схоже на маршрут або час доставки. Приберіть це.",
            "This looks like the route or time of a delivery. Take it out."),
    };

    /// <summary>The notice of a finding.</summary>
    public static FindingNotice Of(TextFinding finding) => new(finding.Field, finding.Kind, Texts[finding.Kind]);
}
