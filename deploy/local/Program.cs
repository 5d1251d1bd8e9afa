using Kommunebro.Local;

return await CommandLine.RunAsync(args);
