using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ContainerTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run();

    [Theory]
    [InlineData("nginx", "nginx:latest")]
    [InlineData("nginx:1.29", "nginx:1.29")]
    [InlineData("grafana/grafana", "grafana/grafana:latest")]
    [InlineData("docker.io/library/redis:8", "docker.io/library/redis:8")]
    [InlineData("localhost:5000/tool@sha256:abc", "localhost:5000/tool@sha256:abc")]
    public void Image_names_Are_understood(string image, string expected)
    {
        app.AddContainer("c", image).Resource.TryGetContainerImageName(out var name).ShouldBeTrue();
        name.ShouldBe(expected);
    }

    [Fact]
    public void Tag_given_twice_Is_refused() => Should.Throw<InvalidOperationException>(() => app.AddContainer("c", "nginx:1", "2"));

    [Fact]
    public void Volume_of_an_application_Is_its_own()
    {
        app.Configuration["AppHost:Sha256"] = "0123456789ABCDEF";
        app.AddPostgres("postgres").WithDataVolume().Resource.TryGetContainerMounts(out var mounts).ShouldBeTrue();

        mounts.ShouldHaveSingleItem().Source.ShouldBe($"{app.Environment.ApplicationName}-0123456789-postgres-data".ToLowerInvariant());
        mounts.Single().Target.ShouldBe("/var/lib/postgresql");
    }

    [Fact]
    public void Bind_mount_Is_relative_to_the_application()
    {
        app.AddContainer("c", "nginx").WithBindMount("conf", "/etc/nginx").Resource.TryGetContainerMounts(out var mounts).ShouldBeTrue();

        mounts.ShouldHaveSingleItem().Source.ShouldBe(Path.Combine(app.AppHostDirectory, "conf"));
    }

    [Theory]
    [InlineData("4.3", "4.3-management")]
    [InlineData("4.3-alpine", "4.3-management-alpine")]
    [InlineData("4.3-management", "4.3-management")]
    public void Management_plugin_Is_another_tag(string tag, string expected) =>
        app.AddRabbitMQ("bus").WithImageTag(tag).WithManagementPlugin().Resource.Annotations.OfType<ContainerImageAnnotation>().Single().Tag.ShouldBe(expected);

    [Fact]
    public async Task Vite_app_Waits_for_its_packages_and_listens_where_it_is_told()
    {
        var web = app.AddViteApp("web", ".");
        web.Resource.Allocate("http", 5173, "43210");

        (await web.ArgumentsAsync()).ShouldBe(["run", "dev", "--", "--port", "43210"]);
        (await web.EnvironmentAsync())["PORT"].ShouldBe("43210");
        web.Resource.Annotations.OfType<WaitAnnotation>().ShouldHaveSingleItem().Resource.Name.ShouldBe("web-installer");
        web.WithNpm(install: false).Resource.HasAnnotationOfType<WaitAnnotation>().ShouldBeFalse();
    }
}
