using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, RegistryHost.Build);
