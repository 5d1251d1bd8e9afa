using Kommunebro.Admin;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, AdminHost.Build);
