using Microsoft.Extensions.Options;
using Streamix.Frontend.Pages.Builds;
using Streamix.Frontend.Pages.Policy;
using Streamix.Frontend.Pages.Serving;

namespace Streamix.Frontend.Pages;

internal static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PagesOptions>().BindConfiguration(PagesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PagesOptions>, PagesOptionsCheck>();
        services.AddSingleton<BuildStore>();
        services.AddSingleton<ContentPolicy>();
        services.AddSingleton<PageServer>();
        services.AddHealthChecks().AddCheck<BuildReadiness>("build");
    }

    /// <summary>Pages are everybody's. The host would look at each caller's token by itself, as the chassis registers it, and ask for keys to do so.</summary>
    public static void UsePages(this WebApplication app)
    {
        var properties = ((IApplicationBuilder)app).Properties;
        properties["__AuthenticationMiddlewareSet"] = true;
        properties["__AuthorizationMiddlewareSet"] = true;
        app.UseExceptionHandler();
        app.UseRouting();
    }

    public static void MapPages(this WebApplication app) =>
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], (PageServer pages, HttpContext context) => pages.Answer(context))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
