using Streamix.AppHost.Commands;

namespace Streamix.AppHost.Backing.Containers;

/// <summary>MailDev: takes every mail and shows it, sends none on.</summary>
internal static class MailDev
{
    public static IResourceBuilder<ConnectionStringResource> Add(Platform platform)
    {
        var server = platform.Builder.AddContainer("maildev", "maildev/maildev", "2.2.1")
            .WithEndpoint(platform.HostPort(platform.Ports.Smtp), 1025, scheme: "smtp", name: "smtp")
            .WithHttpEndpoint(platform.HostPort(platform.Ports.MailWeb), 1080, "web")
            .WithHttpHealthCheck("/healthz", endpointName: "web")
            .WithUrlForEndpoint("web", url => url.DisplayText = "Mail")
            .WithOpenMailCommand("web");
        var door = server.GetEndpoint("smtp");
        return platform.Builder.AddConnectionString("mail", ReferenceExpression.Create($"{door.Property(EndpointProperty.Scheme)}://{door.Property(EndpointProperty.HostAndPort)}"))
            .WithParentRelationship(server)
            .WaitFor(server);
    }
}
