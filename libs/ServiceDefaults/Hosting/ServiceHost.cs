using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Kommunebro.ServiceDefaults;

/// <summary>What all services have in common.</summary>
public static class ServiceHost
{
    /// <summary>
    /// Starts building a host: settings (embedded defaults.json, environment, command line), listeners, telemetry, health,
    /// errors, JSON and gRPC.
    /// </summary>
    /// <param name="section">The section that holds all settings of this host, e.g. "NeedsIntake".</param>
    /// <param name="assembly">The assembly that embeds defaults.json.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplicationBuilder CreateBuilder(string section, Assembly assembly, ServiceHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = assembly.GetName().Name });
        using (var defaults = assembly.GetManifestResourceStream("defaults.json")
            ?? throw new SettingException($"{assembly.GetName().Name} embeds no defaults.json."))
            builder.Configuration.AddJsonStream(defaults);
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(options.Args);
        options.Configure?.Invoke(builder.Configuration);
        var identity = new ServiceIdentity(section, builder.Configuration.GetSection(section));
        ((IHostApplicationBuilder)builder).Properties[typeof(ServiceIdentity)] = identity;

        builder.AddLogs(options.SharedProcess);
        builder.AddListeners(identity);
        if (options.SharedProcess)
            builder.Services.AddSingleton<IHostLifetime, ComposedLifetime>();
        else
            builder.Services.AddPlatformTelemetry(identity.Section, builder.Configuration);
        builder.Services.AddSingleton(identity);
        builder.Services.AddWeb();
        options.ConfigureServices?.Invoke(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Adds what every host answers in the same way: errors and health. Call it right after Build.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseProblems();
        app.UseRouting();
        app.Use(Deprecations.Tell);
        app.UseBearerTokens();
        app.UseAuthorization();
        app.Use(Access.NameActor);
        app.Use(RefuseOtherCharset);
        app.MapHealth();
        return app;
    }

    /// <summary>What is thrown, and a status without a body, becomes problem details.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        // Problems answers every exception, so this has nothing left to do.
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(page => Problem.OfStatus(page.HttpContext.Response.StatusCode).WriteAsync(page.HttpContext));
    }

    /// <summary>Maps /health/live and /health/ready.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReply.WriteAsync })
            .WithMetadata(new OpenToAll("Probes carry no token; the answer names no data."));
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync })
            .WithMetadata(new OpenToAll("Probes carry no token; the answer names no data."));
    }

    // JSON is UTF-8 (RFC 8259); the framework fails at a charset that it does not know.
    private static Task RefuseOtherCharset(HttpContext context, RequestDelegate next) =>
        context.Request.GetTypedHeaders().ContentType is { Charset: { Length: > 0 } charset }
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? throw new BadHttpRequestException("The charset is not UTF-8.", StatusCodes.Status415UnsupportedMediaType)
            : next(context);

    private static void AddWeb(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddHealthChecks();
        services.AddExceptionHandler<Problems>();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json => ApiJson.Apply(json.SerializerOptions));
        services.AddScoped<AuditActor>();
        services.AddGrpc(grpc => grpc.Interceptors.Add<RefusalInterceptor>());
        services.ConfigureHttpClientDefaults(http =>
            http.AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }
}
