using System.Reflection;
using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;

namespace Kommunebro.Tests.Contracts;

/// <summary>Events are kept in outboxes and queues across versions, so their shape must not change by accident.</summary>
public sealed class MessagesTests
{
    private static readonly LocalizedText Name = new("Eksempel", "Приклад", "Example");

    private static readonly JsonSerializerOptions Indented = new(MessageJson.Options) { WriteIndented = true };

    public static TheoryData<string, object> Examples { get; } = new()
    {
        {
            PasswordLetterAsked.MessageName,
            new PasswordLetterAsked(Guid.Parse("01900000-0000-7000-8000-00000000000a"), true)
        },
        { AreaChanged.MessageName, new AreaChanged("HEA-D", 3, Name, "energy", ["23620"], new DateOnly(2027, 1, 1), "HEA") },
        {
            MunicipalityChanged.MessageName,
            new MunicipalityChanged(
                Guid.Parse("01900000-0000-7000-8000-000000000001"), 7, Country.Ua, MunicipalityKind.Hromada, "UA63120270000028556",
                Name, "63", Name, 1_421_125, 2022, 49.99, 36.23,
                TerritoryStatus.ActiveHostilitiesServicesOn, TerritoryCoverage.Partial, ProgrammeCategory.WarZone)
        },
        {
            OfferChanged.MessageName,
            new OfferChanged(
                Guid.Parse("01900000-0000-7000-8000-000000000002"), 2, Guid.Parse("01900000-0000-7000-8000-000000000003"), true,
                [new OfferedArea("WAT", 4, [Mode.AdviceRemote, Mode.StudyVisitHost], 40), new OfferedArea("SAN", 2, [Mode.Training], null)],
                null, Band.Medium, [Term.Short, Term.Long], ["nb", "en"], 2, Travel.UkraineWest, true,
                new DateOnly(2026, 9, 1), new DateOnly(2027, 6, 30), ["UA61020050000098539"], ["UA63120270000028556"], ["CIV"])
        },
        {
            OfferConfirmationDue.MessageName,
            new OfferConfirmationDue(
                Guid.Parse("01900000-0000-7000-8000-000000000002"), 2, Guid.Parse("01900000-0000-7000-8000-000000000003"), Country.No,
                ConfirmationMoment.Ahead, new DateOnly(2027, 6, 30))
        },
        {
            InitiativeChanged.MessageName,
            new InitiativeChanged(
                Guid.Parse("01900000-0000-7000-8000-00000000000b"), 2,
                new Help(
                    Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000003"),
                    InitiativeKind.TwinTown, new DateOnly(2023, 6, 20), null))
        },
        {
            NeedVerified.MessageName,
            new NeedVerified(
                Guid.Parse("01900000-0000-7000-8000-000000000004"), 5, Guid.Parse("01900000-0000-7000-8000-000000000001"),
                new LocalizedText(null, "Насоси", null), "WAT", Horizon.Acute, 4, [Mode.Equipment], 25, null, ["uk", "en"],
                Sensitivity.Partners, new DateOnly(2027, 1, 15), new DateTimeOffset(2027, 5, 1, 12, 0, 0, TimeSpan.Zero), false)
        },
        {
            NeedSubmitted.MessageName,
            new NeedSubmitted(Guid.Parse("01900000-0000-7000-8000-000000000004"), 1, Guid.Parse("01900000-0000-7000-8000-000000000001"))
        },
        {
            NeedReturned.MessageName,
            new NeedReturned(Guid.Parse("01900000-0000-7000-8000-000000000004"), 2, Guid.Parse("01900000-0000-7000-8000-000000000001"))
        },
        {
            NeedAsked.MessageName,
            new NeedAsked(Guid.Parse("01900000-0000-7000-8000-000000000004"), 2, Guid.Parse("01900000-0000-7000-8000-000000000001"))
        },
        {
            NeedReplied.MessageName,
            new NeedReplied(Guid.Parse("01900000-0000-7000-8000-000000000004"), 3, Guid.Parse("01900000-0000-7000-8000-000000000001"))
        },
        {
            NeedRejected.MessageName,
            new NeedRejected(Guid.Parse("01900000-0000-7000-8000-000000000004"), 3, Guid.Parse("01900000-0000-7000-8000-000000000001"))
        },
        {
            NeedReminderDue.MessageName,
            new NeedReminderDue(
                Guid.Parse("01900000-0000-7000-8000-000000000004"), 5, Guid.Parse("01900000-0000-7000-8000-000000000001"),
                ReminderReason.VerificationEnds, new DateTimeOffset(2027, 5, 1, 12, 0, 0, TimeSpan.Zero))
        },
        {
            NeedWithdrawn.MessageName,
            new NeedWithdrawn(Guid.Parse("01900000-0000-7000-8000-000000000004"), 6, Guid.Parse("01900000-0000-7000-8000-000000000001"), Hide: true, "suspended")
        },
        {
            RunCompleted.MessageName,
            new RunCompleted(Guid.Parse("01900000-0000-7000-8000-000000000005"), "staff:01900000-0000-7000-8000-000000000006", 62, 54)
        },
        {
            NeedUnmatched.MessageName,
            new NeedUnmatched(
                Guid.Parse("01900000-0000-7000-8000-000000000004"), 5, Guid.Parse("01900000-0000-7000-8000-000000000001"),
                Guid.Parse("01900000-0000-7000-8000-000000000005"))
        },
        {
            ProposalChanged.MessageName,
            new ProposalChanged(
                Guid.Parse("01900000-0000-7000-8000-000000000007"), 4, ProposalEvent.DeclinedBySupplier, ProposalStatus.Declined,
                Guid.Parse("01900000-0000-7000-8000-000000000004"), Guid.Parse("01900000-0000-7000-8000-000000000001"),
                Guid.Parse("01900000-0000-7000-8000-000000000003"), DeclineReason.NoCapacityNow, null, null)
        },
        {
            PartnershipChanged.MessageName,
            new PartnershipChanged(
                Guid.Parse("01900000-0000-7000-8000-000000000008"), 3, PartnershipEvent.StageReached, PartnershipStage.LetterOfIntent, true,
                Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000003"),
                [Guid.Parse("01900000-0000-7000-8000-000000000004")], 30, new DateOnly(2027, 2, 1), [2])
        },
        {
            CapacityChanged.MessageName,
            new CapacityChanged(Guid.Parse("01900000-0000-7000-8000-000000000003"), 9, 30, 45, 2)
        },
        {
            OrganisationChanged.MessageName,
            new OrganisationChanged(Guid.Parse("01900000-0000-7000-8000-000000000009"), 2, "Eksempel", ["4223", "UA61020050000098539"], true)
        },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_wire_form_of_every_message_is_the_committed_one(string name, object message)
    {
        var json = JsonSerializer.Serialize(message, message.GetType(), Indented);

        Golden.AssertSame($"{name}.json", json + "\n");
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, message.GetType(), Indented), message.GetType(), Indented));
    }

    [Fact]
    public void Every_message_has_a_name_an_example_and_listeners()
    {
        var names = typeof(AreaChanged).Assembly.GetTypes()
            .Select(type => type.GetField("MessageName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(names, Subscribers.MessageNames.Order(StringComparer.Ordinal));
        Assert.Equal(names, Examples.Select(example => example.Data.Item1).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.NotEmpty(Subscribers.Of(name)));
    }

    [Fact]
    public void An_older_reader_takes_a_message_with_a_new_field()
    {
        var newer = """{"needId":"01900000-0000-7000-8000-000000000004","version":6,"reason":"met elsewhere"}""";

        var read = JsonSerializer.Deserialize<NeedWithdrawn>(newer, MessageJson.Options);

        Assert.Equal(6, read?.Version);
    }

    [Fact]
    public void An_area_of_an_older_sender_is_in_use()
    {
        var older = """{"code":"WAT","version":2,"names":{"nb":null,"uk":null,"en":"Water supply"},"broader":"water","dacCodes":["14021"]}""";

        var read = JsonSerializer.Deserialize<AreaChanged>(older, MessageJson.Options);

        Assert.Equal(("WAT", null, null), (read?.Code, read?.DeprecatedSince, read?.ReplacedBy));
    }
}
