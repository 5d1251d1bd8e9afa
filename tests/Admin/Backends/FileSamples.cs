using System.Text;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Evidence of the sample need, and an import.</summary>
public static class FileSamples
{
    public const string FileId = "0192f0c0-0000-7000-8000-000000000041";
    public const string ImportId = "0192f0c0-0000-7000-8000-000000000051";
    public const string CutOffId = "0192f0c0-0000-7000-8000-000000000052";

    /// <summary>More than a message of gRPC may have, so that it comes in parts.</summary>
    public static byte[] Content { get; } = [.. Encoding.ASCII.GetBytes("%PDF-1.7\n"), .. new byte[5 * 1024 * 1024]];

    public static NeedAttachment File => new()
    {
        AttachmentId = FileId, Version = 1, Name = "Рішення ради.pdf", Kind = "pdf", Bytes = Content.Length, AddedAt = "2026-11-21T09:15:00Z",
    };

    public static ImportReport Report => new()
    {
        ImportId = ImportId, Policy = "skip_faulty", StartedAt = "2026-11-25T08:00:00Z", FinishedAt = "2026-11-25T08:00:02Z", RowsInFile = 42,
        Outcomes = { ["imported"] = 40, ["refused"] = 1, ["stands_twice"] = 1 },
        Total = 42,
        Rows =
        {
            new ImportRow { Line = 2, Outcome = "imported", NeedId = Samples.NeedId },
            new ImportRow
            {
                Line = 3, Outcome = "refused",
                Faults =
                {
                    new ImportFault { Header = "Urgency", Message = "This must be a whole number." },
                    new ImportFault { Header = "Hromada (KATOTTG)", Message = "No hromada that you act for has this code." },
                },
            },
            new ImportRow { Line = 4, Outcome = "stands_twice" },
        },
    };
}
