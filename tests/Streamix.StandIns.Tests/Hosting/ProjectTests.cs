using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ProjectTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();

    [Fact]
    public async Task Project_Listens_where_its_first_launch_profile_says()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);
        var api = app.AddProject("api", folder.ProjectPath);
        api.Resource.Allocate("http", 5101, "43210");
        var environment = await api.EnvironmentAsync();

        environment["ASPNETCORE_URLS"].ShouldBe("http://localhost:43210");
        environment["DOTNET_LAUNCH_PROFILE"].ShouldBe("http");
        environment["ASPNETCORE_ENVIRONMENT"].ShouldBe("Development");
        api.GetEndpoint("http").EndpointAnnotation.Port.ShouldBe(5101);
    }

    [Fact]
    public async Task Https_port_Is_told_for_redirections()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);
        var api = app.AddProject("api", folder.ProjectPath, "both");
        api.Resource.Allocate("https", 7101, "1");
        api.Resource.Allocate("http", 5102, "2");
        var environment = await api.EnvironmentAsync();

        environment["ASPNETCORE_URLS"].ShouldBe("https://localhost:1;http://localhost:2");
        environment["ASPNETCORE_HTTPS_PORT"].ShouldBe("7101");
    }

    [Fact]
    public void Project_without_profile_Has_no_endpoints()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);

        app.AddProject("api", folder.ProjectPath, launchProfileName: null).Resource.TryGetEndpoints(out _).ShouldBeFalse();
    }

    [Fact]
    public void Profile_that_does_not_exist_Is_an_error()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);

        Should.Throw<DistributedApplicationException>(() => app.AddProject("api", folder.ProjectPath, "none")).Message.ShouldContain("'none'");
    }

    [Fact]
    public async Task Http2_services_Get_that_transport_before_start()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);
        using var h2c = new ProjectFolder(ProjectFolder.Web, """{ "Kestrel": { "EndpointDefaults": { "Protocols": "Http2" } } }""");
        var api = app.AddProject("api", folder.ProjectPath).AsHttp2Service();
        var other = app.AddProject("other", h2c.ProjectPath);
        var built = app.Build();
        await Aspire.Hosting.Http2Endpoints.ApplyAsync(new(built.Services, new(app.Resources)), Apps.Soon);

        api.GetEndpoint("http").EndpointAnnotation.Transport.ShouldBe("http2");
        other.GetEndpoint("http").EndpointAnnotation.Transport.ShouldBe("http2");
    }

    [Fact]
    public async Task Telemetry_Goes_where_the_dashboard_listens()
    {
        using var folder = new ProjectFolder();
        var builder = Apps.Run("--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=http://localhost:4317", "--AppHost:OtlpApiKey=key");
        var environment = await builder.AddProject("api", folder.ProjectPath).EnvironmentAsync();

        environment["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe("http://localhost:4317");
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"].ShouldBe("grpc");
        environment["OTEL_EXPORTER_OTLP_HEADERS"].ShouldBe("x-otlp-api-key=key");
        environment["OTEL_SERVICE_NAME"].ShouldContain("otel-service-name");
    }

    [Fact]
    public void Replicas_Are_counted()
    {
        using var folder = new ProjectFolder();
        var api = app.AddProject("api", folder.ProjectPath).WithReplicas(3);

        api.Resource.GetReplicaCount().ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => api.WithReplicas(0));
    }
}
