using Kommunebro.Notification;
using Kommunebro.ServiceDefaults;

return await ServiceCommands.RunAsync(args, NotificationHost.Build);
