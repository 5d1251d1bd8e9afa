using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.ServiceDefaults;

/// <summary>A service's command line: it serves unless the first argument is a command.</summary>
public static class ServiceCommands
{
    /// <summary>Serves, or runs the command that <paramref name="args"/> names.</summary>
    /// <returns>The exit code: 0 done, 1 failed, 2 a wrong call or setting.</returns>
    public static async Task<int> RunAsync(string[] args, Func<ServiceHostOptions, WebApplication> build)
    {
        try
        {
            var command = args is [] ? null : args[0] is "-h" or "--help" ? "help" : args[0].StartsWith('-') ? null : args[0];
            await using var app = build(new ServiceHostOptions(command is null ? args : []));
            if (command is not null)
                return await RunCommandAsync(app, command, args[1..], Console.Out);
            // The host stops when work in the background fails, but keeps that to its log.
            var work = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            await app.RunAsync();
            return work.Exists(task => task.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
        }
        catch (Exception error) when (TellOperator(error) is { } told)
        {
            await Console.Error.WriteLineAsync(told);
            return 2;
        }
    }

    /// <summary>Runs every migration step of <paramref name="services"/>, in order.</summary>
    public static async Task MigrateAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var step in scope.ServiceProvider.GetServices<IMigrationStep>())
        {
            await output.WriteLineAsync($"migrate: {step.Name}");
            await step.RunAsync(cancellationToken);
        }
    }

    private static async Task<int> RunCommandAsync(WebApplication app, string name, string[] args, TextWriter output)
    {
        if (name == "migrate")
        {
            await MigrateAsync(app.Services, output, CancellationToken.None);
            await output.WriteLineAsync("migrate: done. Start the service without arguments.");
            return 0;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IServiceCommand>().ToList();
        if (commands.Find(command => command.Name == name) is { } found)
            return await found.RunAsync(args, output, CancellationToken.None);
        await output.WriteLineAsync(
            $"""
            {(name == "help" ? "Commands:" : $"There is no command '{name}'. Commands:")}
              (none)    serve
              migrate   bring database and broker to this version
            {string.Join(Environment.NewLine, commands.Select(command => $"  {command.Name}   {command.Help}"))}
            """);
        return name == "help" ? 0 : 2;
    }

    /// <summary>What an operator can mend without a stack trace; null for everything else.</summary>
    private static string? TellOperator(Exception error) => error is SettingException setting ? setting.Message : DatabaseAway.Explain(error);
}
