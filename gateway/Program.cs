using Kommunebro.Gateway;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, GatewayHost.Build);
