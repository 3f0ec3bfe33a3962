using Aspire.Hosting.JavaScript;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds Node, Vite and npm apps.</summary>
public static class JavaScriptHostingExtensions
{
    /// <summary>An app started by a script of its package.json, in a folder relative to the application's.</summary>
    public static IResourceBuilder<JavaScriptAppResource> AddJavaScriptApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var app = new JavaScriptAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        return builder.AddScripted(app, runScriptName).PublishWithDockerfile(Dockerfiles.Build);
    }

    /// <summary>A Vite app in a folder relative to the application's; it listens where PORT and --port say.</summary>
    public static IResourceBuilder<ViteAppResource> AddViteApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var app = new ViteAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        return builder.AddScripted(app, runScriptName)
            .WithArgs(context =>
            {
                context.Args.Add("--");
                context.Args.Add("--port");
                context.Args.Add(app.GetEndpoint("http").Property(EndpointProperty.TargetPort));
            })
            .WithHttpEndpoint(env: "PORT")
            .WithContainerFilesSource("/app/dist")
            .PublishWithDockerfile(Dockerfiles.Build, buildOnly: true);
    }

    /// <summary>An app started as <c>node script</c>, in a folder relative to the application's.</summary>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string scriptPath)
    {
        var app = new NodeAppResource(name, "node", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        var added = builder.AddResource(app).WithNodeDefaults().WithArgs(context => Arguments(context, app, scriptPath));
        if (File.Exists(Path.Combine(app.WorkingDirectory, "package.json")))
            added.WithNpm();
        return added.PublishWithDockerfile((context, ct) => Dockerfiles.Node(context, scriptPath, ct));
    }

    /// <summary>Uses npm.</summary>
    /// <param name="resource">The app.</param>
    /// <param name="install">Whether packages are installed before each start.</param>
    /// <param name="installCommand">install, or ci when the app is published with a lock file.</param>
    /// <param name="installArgs">Further arguments.</param>
    public static IResourceBuilder<TResource> WithNpm<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string? installCommand = null, string[]? installArgs = null)
        where TResource : JavaScriptAppResource
    {
        var locked = resource.ApplicationBuilder.ExecutionContext.IsPublishMode && File.Exists(Path.Combine(resource.Resource.WorkingDirectory, "package-lock.json"));
        resource.WithAnnotation(new JavaScriptInstallCommandAnnotation([installCommand ?? (locked ? "ci" : "install"), .. installArgs ?? []]), ResourceAnnotationMutationBehavior.Replace);
        if (resource.ApplicationBuilder.ExecutionContext.IsRunMode)
            Installers.Configure(resource, install);
        return resource;
    }

    /// <summary>Runs the app by another script.</summary>
    public static IResourceBuilder<TResource> WithRunScript<TResource>(this IResourceBuilder<TResource> resource, string scriptName, string[]? args = null)
        where TResource : JavaScriptAppResource =>
        resource.WithAnnotation(new JavaScriptRunScriptAnnotation(scriptName, args), ResourceAnnotationMutationBehavior.Replace).WithCommand("npm");

    /// <summary>Builds the app by another script.</summary>
    public static IResourceBuilder<TResource> WithBuildScript<TResource>(this IResourceBuilder<TResource> resource, string scriptName, string[]? args = null)
        where TResource : JavaScriptAppResource =>
        resource.WithAnnotation(new JavaScriptBuildScriptAnnotation(scriptName, args), ResourceAnnotationMutationBehavior.Replace);

    private static IResourceBuilder<T> AddScripted<T>(this IDistributedApplicationBuilder builder, T app, string runScriptName)
        where T : JavaScriptAppResource => builder.AddResource(app)
            .WithNodeDefaults()
            .WithRunScript(runScriptName)
            .WithBuildScript("build")
            .WithArgs(context => Arguments(context, app, scriptPath: null))
            .WithNpm();

    private static IResourceBuilder<T> WithNodeDefaults<T>(this IResourceBuilder<T> builder)
        where T : JavaScriptAppResource => builder
            .WithOtlpExporter()
            .WithIconName("CodeJsRectangle")
            .WithEnvironment("NODE_ENV", builder.ApplicationBuilder.Environment.IsDevelopment() ? "development" : "production");

    private static void Arguments(CommandLineArgsCallbackContext context, JavaScriptAppResource app, string? scriptPath)
    {
        if (app.TryGetLastAnnotation<JavaScriptRunScriptAnnotation>(out var script))
            foreach (var argument in (string[])["run", script.ScriptName, .. script.Args])
                context.Args.Add(argument);
        else if (scriptPath is not null)
            context.Args.Add(scriptPath);
    }

    private static IResourceBuilder<T> PublishWithDockerfile<T>(this IResourceBuilder<T> builder, Func<DockerfileFactoryContext, CancellationToken, Task<string>> write, bool buildOnly = false)
        where T : JavaScriptAppResource => builder.PublishAsDockerFile(container =>
        {
            var folder = builder.Resource.WorkingDirectory;
            if (!File.Exists(Path.Combine(folder, "Dockerfile")))
                container.WithDockerfileFactory(folder, context => write(context, context.CancellationToken));
            container.Resource.Annotations.OfType<DockerfileBuildAnnotation>().Last().HasEntrypoint = !buildOnly;
        });
}
