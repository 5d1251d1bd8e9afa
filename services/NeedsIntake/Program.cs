using Kommunebro.NeedsIntake;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, NeedsIntakeHost.Build);
