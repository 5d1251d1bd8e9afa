using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Solving;

/// <summary>
/// The process in which a search runs: "dotnet Kommunebro.Matching.dll solve". It reads a model, says how far it is line by line, and ends
/// with the result. It sees numbers alone, and no database. A native abort of the outside solver ends it and nothing else.
/// </summary>
internal static class SolverProgram
{
    /// <summary>The name of the command.</summary>
    public const string Command = "solve";

    /// <summary>The byte that asks for the best plan so far.</summary>
    public const byte Stop = (byte)'s';

    /// <summary>Reads, searches and says the result.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Stream input, TextWriter output)
    {
        using var reader = new BinaryReader(input);
        var request = new SolveRequest(reader.ReadDouble(), reader.ReadUInt64(), reader.ReadBoolean());
        var threads = reader.ReadInt32();
        var model = ModelStream.Read(reader);
        using var stop = new CancellationTokenSource();
        var listening = new Thread(() => Listen(input, stop)) { IsBackground = true };
        listening.Start();
        var options = new SearchOptions(new WorkBudget(request.Units), request.Seed, threads, stop.Token);
        var outcome = new Optimizer(new CpSatMaster()).Run(
            model, options, request.IsFair, progress => Say(output, new SolverLine(Progress: progress)));
        Say(output, new SolverLine(Outcome: SaidOutcome.Of(outcome)));
        return 0;
    }

    /// <summary>Writes what <see cref="Run"/> reads first.</summary>
    public static void Ask(Stream input, Model model, SolveRequest request, int threads)
    {
        using var writer = new BinaryWriter(input, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(request.Units);
        writer.Write(request.Seed);
        writer.Write(request.IsFair);
        writer.Write(threads);
        ModelStream.Write(writer, model);
        writer.Flush();
    }

    private static void Listen(Stream input, CancellationTokenSource stop)
    {
        while (true)
        {
            switch (input.ReadByte())
            {
                case Stop:
                    stop.Cancel();
                    break;
                case < 0:
                    // Whoever asked is gone; nobody would hear the result.
                    Environment.Exit(1);
                    break;
            }
        }
    }

    private static void Say(TextWriter output, SolverLine line)
    {
        output.WriteLine(line.Write());
        output.Flush();
    }
}
