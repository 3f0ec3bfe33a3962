namespace Aspire.Hosting;

/// <summary>What a project gets when it is described for a deployment: http and https without fixed ports.</summary>
internal static class ProjectPublishDefaults
{
    public static void Apply(IResourceBuilder<ProjectResource> builder, EffectiveLaunchProfile? effective, string? transport)
    {
        EndpointAnnotation? defaultHttps = null;
        builder.WithEnvironment(context =>
        {
            SetPorts(context, builder.Resource, "HTTP_PORTS", "http", except: null);
            SetPorts(context, builder.Resource, "HTTPS_PORTS", "https", except: defaultHttps);
        });
        if (effective?.Profile.ApplicationUrl is null)
            return;
        foreach (var scheme in (string[])["http", "https"])
            builder.WithEndpoint(scheme, endpoint =>
            {
                endpoint.UriScheme = scheme;
                endpoint.TlsEnabled = scheme == "https";
                endpoint.Transport = transport ?? "http";
                if (scheme == "https")
                    defaultHttps = endpoint;
            });
    }

    private static void SetPorts(EnvironmentCallbackContext context, ProjectResource project, string variable, string scheme, EndpointAnnotation? except)
    {
        var ports = new ReferenceExpressionBuilder();
        foreach (var endpoint in project.GetEndpoints().Where(e => e.Scheme == scheme && e.EndpointAnnotation != except))
        {
            if (!ports.IsEmpty)
                ports.AppendLiteral(";");
            ports.Append($"{endpoint.Property(EndpointProperty.TargetPort)}");
        }
        if (!ports.IsEmpty)
            context.EnvironmentVariables.TryAdd(variable, ports.Build());
    }
}
