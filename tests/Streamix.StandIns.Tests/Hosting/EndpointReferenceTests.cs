using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class EndpointReferenceTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();

    [Theory]
    [InlineData(EndpointProperty.Url, "http://localhost:8080")]
    [InlineData(EndpointProperty.Host, "localhost")]
    [InlineData(EndpointProperty.IPV4Host, "127.0.0.1")]
    [InlineData(EndpointProperty.Port, "8080")]
    [InlineData(EndpointProperty.Scheme, "http")]
    [InlineData(EndpointProperty.HostAndPort, "localhost:8080")]
    [InlineData(EndpointProperty.TargetPort, "{{- portForServing \"api\" -}}")]
    [InlineData(EndpointProperty.TlsEnabled, "False")]
    public async Task Every_part_of_an_address_is_a_value(EndpointProperty property, string expected)
    {
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint();
        api.Resource.Allocate("http", 8080, "{{- portForServing \"api\" -}}");

        (await api.GetEndpoint("http").Property(property).GetValueAsync(Apps.Soon)).ShouldBe(expected);
    }

    [Fact]
    public async Task Value_waits_for_the_address()
    {
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint();
        var url = api.GetEndpoint("http").GetValueAsync(Apps.Soon).AsTask();
        url.IsCompleted.ShouldBeFalse();

        api.Resource.Allocate("http", 8080);

        (await url).ShouldBe("http://localhost:8080");
    }

    [Fact]
    public void Address_before_allocation_Is_an_error()
    {
        var endpoint = app.AddExecutable("api", "api", ".").WithHttpEndpoint().GetEndpoint("http");

        endpoint.IsAllocated.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => endpoint.Url).Message.ShouldBe("The endpoint `http` is not allocated for the resource `api`.");
    }

    [Fact]
    public void Reference_may_come_before_its_endpoint()
    {
        var api = app.AddExecutable("api", "api", ".");
        var endpoint = api.GetEndpoint("admin");
        endpoint.Exists.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => endpoint.EndpointAnnotation);

        api.WithHttpEndpoint(name: "admin");

        endpoint.Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task Container_reaches_its_sibling_by_name_and_the_host_by_its_own()
    {
        var caller = new ValueProviderContext { Caller = app.AddContainer("caller", "image").Resource };
        var sibling = app.AddContainer("sibling", "image").WithHttpEndpoint(targetPort: 80);
        var process = app.AddExecutable("process", "process", ".").WithHttpEndpoint();
        sibling.Resource.Allocate("http", 8080);
        process.Resource.Allocate("http", 8081);

        (await sibling.GetEndpoint("http").GetValueAsync(caller, Apps.Soon)).ShouldBe("http://sibling:80");
        (await process.GetEndpoint("http").GetValueAsync(caller, Apps.Soon)).ShouldBe("http://host.docker.internal:8081");
    }

    [Fact]
    public void Without_proxy_port_and_target_port_are_one()
    {
        var endpoint = app.AddExecutable("api", "api", ".").WithHttpEndpoint(port: 81, isProxied: false).GetEndpoint("http").EndpointAnnotation;

        endpoint.TargetPort.ShouldBe(81);
        endpoint.IsProxied = true;
        endpoint.TargetPort.ShouldBeNull();
    }

    [Fact]
    public void Second_endpoint_of_the_same_name_Is_refused()
    {
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint();

        Should.Throw<DistributedApplicationException>(() => api.WithHttpEndpoint()).Message.ShouldStartWith("Endpoint with name 'http' already exists.");
    }
}
