using System.Runtime.InteropServices;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Connections;

namespace Kommunebro.Local;

/// <summary>The program behind ./dev run: reads the options, listens for signals, and tells errors in a line.</summary>
internal static class CommandLine
{
    /// <returns>0 done, 1 a bug, 2 something that the person at the keyboard can put right.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var options = RunOptions.Parse(args);
            if (!options.Help)
                return await new RunCommand(options).RunAsync(stop.Token);
            Console.WriteLine(RunOptions.Usage);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. The next start goes on from here.");
            return 0;
        }
        catch (Exception error) when (TellPerson(error) is { } told)
        {
            await Console.Error.WriteLineAsync(told);
            return 2;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static string? TellPerson(Exception error) => error switch
    {
        UserError or SettingException => error.Message,
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message} Stop the program that listens there, or choose other ports with --port.",
        IOException full when DiskFull.Explains(full) => $"The disk is full: {full.Message}",
        Npgsql.NpgsqlException { InnerException: System.Net.Sockets.SocketException } away =>
            $"PostgreSQL cannot be reached: {away.Message}",
        _ => null,
    };
}
