using Kommunebro.Admin.Answers;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Assets;
using Kommunebro.Admin.Attachments;
using Kommunebro.Admin.Community;
using Kommunebro.Admin.Data;
using Kommunebro.Admin.Drafts;
using Kommunebro.Admin.Forms;
using Kommunebro.Admin.Imports;
using Kommunebro.Admin.Initiatives;
using Kommunebro.Admin.Layout;
using Kommunebro.Admin.Map;
using Kommunebro.Admin.Municipalities;
using Kommunebro.Admin.Needs;
using Kommunebro.Admin.Offers;
using Kommunebro.Admin.Partnerships;
using Kommunebro.Admin.Problems;
using Kommunebro.Admin.Profiles;
using Kommunebro.Admin.Proposals;
using Kommunebro.Admin.Reading;
using Kommunebro.Admin.Registers;
using Kommunebro.Admin.Runs;
using Kommunebro.Admin.SignIn;
using Kommunebro.Admin.Views;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin;

/// <summary>Builds the admin host: alone in its process, beside others, or in a test.</summary>
public static class AdminHost
{
    /// <summary>Where it stands on the platform's one origin.</summary>
    public const string BasePath = "/admin";

    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Admin", typeof(AdminHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddSignIn();
        builder.AddDatabase<AdminDb>();
        builder.AddKeyRing();
        builder.AddClients();
        builder.AddPages();
        builder.Services.AddHostedService<Cleanup>();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UsePathBase(BasePath);
        app.Use(ReaderChoice.HandleAsync);
        app.Use(PageHeaders.AddAsync);
        app.UseServiceDefaults();
        app.UseAntiforgery();
        app.Use(FormIntake.HandleAsync);
        app.MapAssets();
        app.MapReading();
        app.MapSignOut();
        app.MapRunEvents();
        app.MapFileDownload();
        app.MapTemplateDownload();
        app.MapPages();
        return app;
    }

    private static void AddPages(this WebApplicationBuilder builder)
    {
        builder.AddForwarding();
        builder.AddPageProblems();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(PageHeaders.KeepApart);
        builder.Services.AddSingleton<AssetFiles>().AddSingleton<WorldMap>();
        builder.Services.AddScoped<Reader>().AddScoped<Words>().AddScoped<RunWording>().AddScoped<FigureRows>().AddScoped<NeedForms>().AddScoped<ProposalForms>().AddScoped<PartnershipForms>().AddScoped<Submission>().AddScoped<DraftKeeper>().AddScoped<LinkHolder>().AddScoped<SavedViews>()
            .AddScoped<OfferForms>().AddScoped<OfferTelling>().AddScoped<RegisterUpload>().AddScoped<InitiativeForms>()
            .AddScoped<OwnMunicipality>().AddScoped<ProfileForm>().AddScoped<OwnCommunity>().AddScoped<CommunityForm>();
    }
}
