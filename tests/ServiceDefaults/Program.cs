using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// With "sample" as its first argument this is the sample service as a program of its own; else it runs the tests.
if (args is ["sample", .. var rest])
    return await ServiceCommands.RunAsync(rest, options => SampleHost.Build("Sample", options));
return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
