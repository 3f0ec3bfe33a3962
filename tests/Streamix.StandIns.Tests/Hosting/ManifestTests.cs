using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ManifestTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("standins-");
    private readonly ProjectFolder project = new(ProjectFolder.Web);

    public void Dispose()
    {
        folder.Delete(recursive: true);
        project.Dispose();
    }

    [Fact]
    public Task Project_Has_ports_left_to_its_image() => ShouldPublish("project", app =>
    {
        var api = app.AddProject("api", project.ProjectPath).WithExternalHttpEndpoints();
        app.AddProject("worker", project.ProjectPath, launchProfileName: null).WithReference(api).WithArgs("--once");
    });

    [Fact]
    public Task Parameters_Come_after_the_resources_that_need_them() => ShouldPublish("backing", app =>
    {
        app.Configuration["AppHost:Sha256"] = "0123456789abcdef";
        var database = app.AddPostgres("postgres").WithImageTag("17.6").WithDataVolume("data").AddDatabase("notes-db", "notes");
        var cache = app.AddRedis("cache").WithPersistence();
        var bus = app.AddRabbitMQ("bus").WithManagementPlugin();
        app.AddProject("api", project.ProjectPath).WithReference(database).WithReference(cache).WithReference(bus);
    });

    [Fact]
    public Task Values_Are_placeholders() => ShouldPublish("values", app =>
    {
        var key = app.AddParameter("key", secret: true);
        var region = app.AddParameter("region", "eu", publishValueAsDefault: true);
        app.AddConnectionString("ledger");
        app.AddConnectionString("objects", ReferenceExpression.Create($"Region={region};Key={key}"));
        app.AddExternalService("pay", app.AddParameter("pay-url"));
    });

    [Fact]
    public Task Containers_Name_their_image_or_their_build() => ShouldPublish("containers", app =>
    {
        app.AddContainer("edge", "nginx", "1.29").WithBindMount(Path.Combine(folder.FullName, "conf"), "/etc/nginx", isReadOnly: true).WithVolume("/cache")
            .WithHttpEndpoint(port: 80, targetPort: 8080).WithEntrypoint("nginx").WithArgs("-g", "daemon off;").WithExternalHttpEndpoints();
        app.AddDockerfile("tool", folder.FullName, stage: "final").WithBuildArg("VERSION", app.AddParameter("version")).WithBuildSecret("TOKEN", app.AddParameter("token", secret: true));
        app.AddExecutable("script", "./run.sh", folder.FullName, "all").WithEnvironment("A", "b");
        app.AddExecutable("published", "node", folder.FullName, "server.js").WithHttpEndpoint(env: "PORT").PublishAsDockerFile();
        app.AddExecutable("hidden", "./run.sh", folder.FullName).ExcludeFromManifest();
    });

    [Fact]
    public async Task Vite_app_Is_built_only_by_a_Dockerfile_of_its_own()
    {
        var manifest = await PublishAsync(app => app.AddViteApp("web", folder.FullName).WithNpm(installArgs: ["--ignore-scripts"]));

        manifest["resources"]!["web"]!["build"]!.ToJsonString().ShouldBe("""{"context":".","dockerfile":"web.Dockerfile","buildOnly":true}""");
        (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "web.Dockerfile"))).ShouldContain("npm install --ignore-scripts");
        manifest["resources"]!.AsObject().Select(r => r.Key).ShouldBe(["web"]);
    }

    [Fact]
    public async Task Folder_as_output_Gets_a_file_of_the_usual_name()
    {
        await PublishAsync(app => app.AddContainer("edge", "nginx"), output: folder.FullName);

        File.Exists(Path.Combine(folder.FullName, "aspire-manifest.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Step_of_the_pipeline_Writes_the_same()
    {
        var path = Path.Combine(folder.FullName, "step.json");
        var app = Apps.Run("--operation", "publish", "--step", "publish-manifest", "--output-path", path);
        app.AddContainer("edge", "nginx");
        await app.Build().RunAsync(Apps.Soon);

        (await File.ReadAllTextAsync(path)).ShouldContain("nginx:latest");
    }

    private async Task ShouldPublish(string golden, Action<IDistributedApplicationBuilder> build)
    {
        var manifest = await PublishAsync(build);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Hosting", "Manifests", $"{golden}.json")));
        manifest.ToJsonString().ShouldBe(expected!.ToJsonString());
    }

    private async Task<JsonNode> PublishAsync(Action<IDistributedApplicationBuilder> build, string? output = null)
    {
        var app = Apps.Publish(output ?? Path.Combine(folder.FullName, "manifest.json"));
        build(app);
        await app.Build().RunAsync(Apps.Soon);
        var text = await File.ReadAllTextAsync(output is null ? Path.Combine(folder.FullName, "manifest.json") : Path.Combine(output, "aspire-manifest.json"));
        return JsonNode.Parse(text.Replace($"../{Path.GetFileName(project.FolderPath)}/", "../shop/", StringComparison.Ordinal))!;
    }
}
