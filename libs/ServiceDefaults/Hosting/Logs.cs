using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Kommunebro.ServiceDefaults;

/// <summary>One line an event on the console; JSON when the setting Logging:Format is "json".</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder, bool sharedProcess)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        builder.Logging.AddFilter("Grpc", LogLevel.Warning);
        // A program of its own tells where it listens; hosts that share a process leave that to the composing program.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", sharedProcess ? LogLevel.Warning : LogLevel.Information);
        // Its errors are thrown as well, or expected: a first migration finds no table of migrations.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // Last, so that the operator's Logging:LogLevel wins.
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        var json = builder.Configuration["Logging:Format"] == "json";
        if (json)
            builder.Logging.AddJsonConsole(line => line.UseUtcTimestamp = true);
        else
            builder.Logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.UseUtcTimestamp = true;
                line.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            });
        ConsoleLines.Replace(builder.Logging, json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
    }
}
