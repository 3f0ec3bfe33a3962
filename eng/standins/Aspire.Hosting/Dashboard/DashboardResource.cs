using System.Net.Sockets;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard as one more executable of the graph, hidden from itself.</summary>
internal sealed class DashboardResource(IOptions<DashboardOptions> options, IOptions<DcpOptions> dcp, DashboardEnvironment environment, IConfiguration configuration)
{
    public const string Name = "aspire-dashboard";
    public const string OtlpGrpcEndpoint = "otlp-grpc";
    public const string OtlpHttpEndpoint = "otlp-http";

    /// <exception cref="DistributedApplicationException">There is no dashboard to start.</exception>
    public ExecutableResource Create()
    {
        var resource = Executable();
        var settings = options.Value;
        foreach (var url in Pages(settings.Urls))
            resource.Annotations.Add(Endpoint(url, null, "http"));
        resource.Annotations.Add(Endpoint(settings.OtlpGrpcUrl, OtlpGrpcEndpoint, "http2"));
        if (settings.OtlpHttpUrl is { } otlpHttp)
            resource.Annotations.Add(Endpoint(otlpHttp, OtlpHttpEndpoint, "http"));
        resource.Annotations.Add(new EnvironmentCallbackAnnotation(environment.SetAsync));
        resource.Annotations.Add(new ExcludeLifecycleCommandsAnnotation());
        resource.Annotations.Add(new ResourceSnapshotAnnotation(new CustomResourceSnapshot
        {
            ResourceType = "Executable",
            Properties = [],
            IsHidden = !configuration.GetValue("ASPIRE_SHOW_DASHBOARD_RESOURCES", false),
        }));
        return resource;
    }

    private ExecutableResource Executable()
    {
        var path = Find(dcp.Value.DashboardPath);
        var self = Path.GetFileNameWithoutExtension(path) == "aspire-managed";
        var resource = new ExecutableResource(Name, self ? path : "dotnet", Path.GetDirectoryName(path)!);
        resource.Annotations.Add(new CommandLineArgsCallbackAnnotation(args => args.Add(self ? "dashboard" : path)));
        return resource;
    }

    private static IEnumerable<string?> Pages(string? urls) =>
        urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } several ? several : (string?[])[null];

    private static string Find(string? path)
    {
        if (string.IsNullOrEmpty(path))
            throw new DistributedApplicationException("The path of the dashboard is unknown. Set DcpPublisher:DashboardPath or ASPIRE_DASHBOARD_PATH to it, or build the AppHost with a dashboard.");
        string[] candidates = [path, Path.Combine(path, "aspire-managed"), Path.Combine(path, "Aspire.Dashboard.dll"), Path.ChangeExtension(path, ".dll")];
        return Path.GetFullPath(candidates.FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"There is no dashboard at '{path}' (DcpPublisher:DashboardPath)."));
    }

    private static EndpointAnnotation Endpoint(string? url, string? name, string transport)
    {
        if (url is null)
            return new(ProtocolType.Tcp, uriScheme: "http", transport: transport, name: name, isProxied: true);
        var address = BindingAddress.Parse(url);
        return new(ProtocolType.Tcp, uriScheme: address.Scheme, transport: transport, name: name, port: address.Port, isProxied: true) { TargetHost = address.Host };
    }
}
