using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The endpoints and variables every project gets.</summary>
internal static class ProjectDefaults
{
    public static IResourceBuilder<ProjectResource> Apply(IResourceBuilder<ProjectResource> builder, IProjectMetadata metadata, ProjectResourceOptions options)
    {
        var application = builder.ApplicationBuilder;
        builder.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        builder.WithOtlpExporter();
        if (application.ExecutionContext.IsPublishMode)
            builder.WithEnvironment(ForwardedHeaders);
        AnnotateProfile(builder, options);
        var profile = options.ExcludeLaunchProfile ? null : LaunchProfiles.Effective(builder.Resource, metadata);
        var transport = !options.ExcludeKestrelEndpoints && KestrelSettings.DefaultsToHttp2(metadata) ? "http2" : null;
        if (application.ExecutionContext.IsRunMode)
            ProjectRunDefaults.Apply(builder, profile, transport);
        else
            ProjectPublishDefaults.Apply(builder, profile, transport);
        return builder;
    }

    private static void AnnotateProfile(IResourceBuilder<ProjectResource> builder, ProjectResourceOptions options)
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        if (options.ExcludeLaunchProfile)
            builder.WithAnnotation(new ExcludeLaunchProfileAnnotation());
        else if (!string.IsNullOrEmpty(options.LaunchProfileName))
            builder.WithAnnotation(new LaunchProfileAnnotation(options.LaunchProfileName));
        else if ((configuration["AppHost:DefaultLaunchProfileName"] ?? configuration["DOTNET_LAUNCH_PROFILE"]) is { Length: > 0 } name)
            builder.WithAnnotation(new DefaultLaunchProfileAnnotation(name));
    }

    private static void ForwardedHeaders(EnvironmentCallbackContext context)
    {
        if (context.Resource.HasAnnotationOfType<EndpointAnnotation>() && !context.Resource.HasAnnotationOfType<DisableForwardedHeadersAnnotation>())
            context.EnvironmentVariables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
    }
}
