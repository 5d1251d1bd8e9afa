using System.Collections.Frozen;
using Kommunebro.Contracts.Matching;

namespace Kommunebro.Notification.Texts;

/// <summary>What the values of closed lists are called in nb, uk and en.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<PartnershipStage, Word> Stages = new Dictionary<PartnershipStage, Word>
    {
        [PartnershipStage.FirstTalk] = new("første samtale", "перша розмова", "first talk"),
        [PartnershipStage.Exploring] = new("blir kjent", "знайомство", "exploring"),
        [PartnershipStage.LetterOfIntent] = new("intensjonsavtale", "лист про наміри", "letter of intent"),
        [PartnershipStage.AcuteHelp] = new("akutthjelp avtalt", "погоджена термінова допомога", "acute help agreed"),
        [PartnershipStage.Active] = new("aktivt samarbeid", "активне партнерство", "active partnership"),
        [PartnershipStage.Closed] = new("avsluttet", "завершено", "closed"),
        [PartnershipStage.Cancelled] = new("avbrutt", "припинено", "cancelled"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<DeclineReason, Word> Reasons = new Dictionary<DeclineReason, Word>
    {
        [DeclineReason.NoCapacityNow] = new("ikke kapasitet nå", "зараз бракує можливостей", "no capacity now"),
        [DeclineReason.CouncilDidNotApprove] = new("kommunestyret godkjente ikke", "рада не погодила", "the council did not approve"),
        [DeclineReason.AreaMismatch] = new("fagområdet passer ikke", "напрям не підходить", "the area does not fit"),
        [DeclineReason.Language] = new("språk", "мова", "language"),
        [DeclineReason.SecurityOrTravel] = new("sikkerhet eller reise", "безпека або поїздки", "security or travel"),
        [DeclineReason.AlreadyInPartnership] = new("har allerede et samarbeid", "вже є партнерство", "already in a partnership"),
        [DeclineReason.SizeMismatch] = new("størrelsen passer ikke", "розмір не підходить", "the size does not fit"),
        [DeclineReason.FundingMissing] = new("mangler finansiering", "бракує фінансування", "funding is missing"),
        [DeclineReason.NeedAlreadyMet] = new("behovet er allerede dekket", "потребу вже задоволено", "the need is already met"),
        [DeclineReason.Other] = new("annet", "інше", "other"),
    }.ToFrozenDictionary();

    /// <summary>The name of a stage.</summary>
    public static string Of(PartnershipStage stage, string language) => Stages[stage].In(language);

    /// <summary>The name of a reason.</summary>
    public static string Of(DeclineReason reason, string language) => Reasons[reason].In(language);

    /// <summary>The organisation that holds a key, as its own people write it.</summary>
    public static string Of(ApprovalKey key, string language) =>
        key == ApprovalKey.Ks ? "KS" : language == "uk" ? "АМУ" : "AUC";

    private sealed record Word(string Nb, string Uk, string En)
    {
        public string In(string language) => language switch { "nb" => Nb, "uk" => Uk, _ => En };
    }
}
