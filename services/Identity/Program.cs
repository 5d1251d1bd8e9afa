using Kommunebro.Identity;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, IdentityHost.Build);
