namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Texts that stand nowhere else, so that an answer that holds one tells where it comes from.</summary>
internal static class Marks
{
    public const string NeedTitle = "gardsbruk-4417";
    public const string RestrictedTitle = "ledningsnett-8852";
    public const string RestrictedText = "pumpehus-8853";
    public const string PartnershipTitle = "reserveverk-8854";
    public const string WarTitle = "broytebil-6631";
    public const string WarInitiative = "samarbeid-6632";
    public const string KeptInitiative = "samarbeid-6633";
    public const string WarProfile = "selvbilde-6634";
    public const string WarCommunity = "frivilliglag-6635";
    public const string WarLatitude = "50.271828";
    public const string WarLongitude = "35.518281";
    public const string SupplierContact = "Ragna Motpart";
    public const string SupplierEmail = "ragna-3305@vennesla.example";
    public const string HromadaContact = "Oksana Zustrich";
    public const string HromadaEmail = "oksana-3306@vyshnivets.example";
    public const string Interest = "interesse-5527";
    public const string AnswerNote = "svarnotat-7718";
    public const string Timeline = "samtalenotat-7719";
    public const string AccountEmail = "leser-2204@walk.example";
    public const string AccountName = "Lise Leser";
    public const string WebhookPath = "mottak-9916";
}
