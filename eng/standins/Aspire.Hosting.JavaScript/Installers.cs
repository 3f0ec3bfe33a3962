namespace Aspire.Hosting.JavaScript;

internal static class Installers
{
    /// <summary>The app waits for <c>{name}-installer</c>; without installing it is only there to be started by hand.</summary>
    public static void Configure<T>(IResourceBuilder<T> app, bool install)
        where T : JavaScriptAppResource
    {
        var name = $"{app.Resource.Name}-installer";
        if (!app.ApplicationBuilder.TryCreateResourceBuilder<JavaScriptInstallerResource>(name, out var installer))
        {
            installer = Add(app, name);
            if (install)
                app.WaitForCompletion(installer);
            else
                installer.WithExplicitStart();
        }
        else if (!install)
        {
            foreach (var wait in app.Resource.Annotations.OfType<WaitAnnotation>().Where(w => w.Resource == installer.Resource).ToList())
                app.Resource.Annotations.Remove(wait);
            installer.WithExplicitStart();
        }
    }

    private static IResourceBuilder<JavaScriptInstallerResource> Add<T>(IResourceBuilder<T> app, string name)
        where T : JavaScriptAppResource
    {
        var installer = app.ApplicationBuilder.AddResource(new JavaScriptInstallerResource(name, app.Resource.WorkingDirectory))
            .WithParentRelationship(app.Resource)
            .ExcludeFromManifest()
            .WithArgs(context =>
            {
                foreach (var argument in app.Resource.Annotations.OfType<JavaScriptInstallCommandAnnotation>().Last().Args)
                    context.Args.Add(argument);
            });
        app.WithAnnotation(new JavaScriptPackageInstallerAnnotation(installer.Resource));
        return installer;
    }
}
