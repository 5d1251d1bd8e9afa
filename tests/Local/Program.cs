using Kommunebro.Tests.Local;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Tests kill a process that holds a data folder: it is this program again.
if (args is [LocalServerHost.Command, var folder])
{
    await LocalServerHost.HoldAsync(folder);
    return 0;
}

return args.Contains("--server")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
