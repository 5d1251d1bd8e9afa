using Kommunebro.Matching;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, MatchingHost.Build);
