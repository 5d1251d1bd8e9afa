using Kommunebro.Matching;
using Kommunebro.Matching.Solving;
using Kommunebro.ServiceDefaults;

return args is [SolverProgram.Command]
    ? SolverProgram.Run(Console.OpenStandardInput(), Console.Out)
    : await ServiceCommands.RunAsync(args, MatchingHost.Build);
