using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Design;

namespace Kommunebro.Notification.Data;

/// <summary>Lets `dotnet ef migrations add` build the model without a host; it never connects.</summary>
public sealed class NotificationDbFactory : IDesignTimeDbContextFactory<NotificationDb>
{
    public NotificationDb CreateDbContext(string[] args) => new(ServiceDatabase.DesignTime<NotificationDb>());
}
