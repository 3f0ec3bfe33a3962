namespace Aspire.Hosting;

/// <summary>What a project gets when it runs here: the URLs and variables of its launch profile.</summary>
internal static class ProjectRunDefaults
{
    public static void Apply(IResourceBuilder<ProjectResource> builder, EffectiveLaunchProfile? effective, string? transport)
    {
        ConsoleLogs(builder);
        builder.WithEnvironment(context => Urls(context, builder.Resource));
        if (effective is null)
            return;
        AddEndpoints(builder, effective.Profile, transport);
        builder.WithEnvironment(context => Variables(context, effective));
    }

    private static void ConsoleLogs(IResourceBuilder<ProjectResource> builder) => builder
        .WithEnvironment("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "true")
        .WithEnvironment("LOGGING__CONSOLE__FORMATTERNAME", "simple");

    private static void AddEndpoints(IResourceBuilder<ProjectResource> builder, LaunchProfile profile, string? transport)
    {
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var address in (profile.ApplicationUrl ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse))
        {
            var number = count[address.Scheme] = count.GetValueOrDefault(address.Scheme) + 1;
            builder.WithEndpoint(number == 1 ? address.Scheme : $"{address.Scheme}{number}", endpoint =>
            {
                endpoint.Port = address.Port;
                endpoint.TargetHost = Host(address.Host);
                endpoint.UriScheme = address.Scheme;
                endpoint.TlsEnabled = address.Scheme == "https";
                endpoint.Transport = transport ?? "http";
            });
        }
    }

    private static string Host(string host) => host is "*" or "+" or "0.0.0.0" or "[::]" ? "0.0.0.0" : host;

    private static void Urls(EnvironmentCallbackContext context, ProjectResource project)
    {
        var variables = context.EnvironmentVariables;
        if (variables.ContainsKey("ASPNETCORE_URLS"))
            return;
        var urls = new ReferenceExpressionBuilder();
        foreach (var endpoint in project.GetEndpoints().Where(e => e.IsHttp || e.IsHttps))
        {
            if (endpoint.IsHttps)
                variables.TryAdd("ASPNETCORE_HTTPS_PORT", endpoint.Property(EndpointProperty.Port));
            if (!urls.IsEmpty)
                urls.AppendLiteral(";");
            urls.Append($"{endpoint.Property(EndpointProperty.Scheme)}://{endpoint.EndpointAnnotation.TargetHost}:{endpoint.Property(EndpointProperty.TargetPort)}");
        }
        if (!urls.IsEmpty)
            variables["ASPNETCORE_URLS"] = urls.Build();
    }

    private static void Variables(EnvironmentCallbackContext context, EffectiveLaunchProfile effective)
    {
        context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", effective.Name);
        foreach (var (name, value) in effective.Profile.EnvironmentVariables)
            context.EnvironmentVariables.TryAdd(name, Environment.ExpandEnvironmentVariables(value));
    }
}
