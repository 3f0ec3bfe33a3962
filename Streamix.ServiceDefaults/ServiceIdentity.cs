namespace Streamix.ServiceDefaults;

/// <summary>Which service this is.</summary>
/// <param name="Name">The resource name in the graph, for example <c>users-profile</c>.</param>
public sealed record ServiceIdentity(string Name)
{
    internal static ServiceIdentity Of(IHostApplicationBuilder builder) =>
        new(builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : ResourceName(builder.Environment.ApplicationName));

    /// <summary><c>Streamix.Users.Profile</c> becomes <c>users-profile</c>.</summary>
    private static string ResourceName(string application) =>
        string.Join('-', application.Split('.').SkipWhile(part => part == "Streamix").Select(part => part.ToLowerInvariant()));
}
