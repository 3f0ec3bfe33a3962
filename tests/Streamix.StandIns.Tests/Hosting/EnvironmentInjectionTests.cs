using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class EnvironmentInjectionTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run("--ConnectionStrings:ledger=Host=db");

    [Fact]
    public async Task Reference_to_a_service_Injects_every_endpoint_twice()
    {
        using var folder = new ProjectFolder(ProjectFolder.Web);
        var api = app.AddProject("sample-api", folder.ProjectPath, "both");
        api.Resource.Allocate("http", 80);
        api.Resource.Allocate("https", 443);
        var environment = await app.AddExecutable("web", "web", ".").WithReference(api).EnvironmentAsync();

        environment["services__sample-api__http__0"].ShouldBe("http://localhost:80");
        environment["services__sample-api__https__0"].ShouldBe("https://localhost:443");
        environment["SAMPLE_API_HTTP"].ShouldBe("http://localhost:80");
        environment["SAMPLE_API_HTTPS"].ShouldBe("https://localhost:443");
    }

    [Fact]
    public async Task Reference_to_one_endpoint_Injects_only_that()
    {
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint().WithHttpEndpoint(name: "admin");
        api.Resource.Allocate("admin", 81);
        var environment = await app.AddExecutable("web", "web", ".").WithReference(api.GetEndpoint("admin")).EnvironmentAsync();

        environment.ShouldBe(new Dictionary<string, string> { ["API_ADMIN"] = "http://localhost:81", ["services__api__admin__0"] = "http://localhost:81" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Reference_to_a_database_Injects_its_connection_string_and_properties()
    {
        var server = app.AddPostgres("postgres", password: app.AddParameter("password", "s3cr/t", secret: true));
        server.Resource.Allocate("tcp", 5433);
        var database = server.AddDatabase("sample-db", "notes");
        var environment = await app.AddExecutable("api", "api", ".").WithReference(database).EnvironmentAsync();

        environment["ConnectionStrings__sample-db"].ShouldBe("Host=localhost;Port=5433;Username=postgres;Password=s3cr/t;Database=notes");
        environment["SAMPLE_DB_HOST"].ShouldBe("localhost");
        environment["SAMPLE_DB_PORT"].ShouldBe("5433");
        environment["SAMPLE_DB_USERNAME"].ShouldBe("postgres");
        environment["SAMPLE_DB_PASSWORD"].ShouldBe("s3cr/t");
        environment["SAMPLE_DB_DATABASENAME"].ShouldBe("notes");
        environment["SAMPLE_DB_URI"].ShouldBe("postgresql://postgres:s3cr%2Ft@localhost:5433/notes");
        environment["SAMPLE_DB_JDBCCONNECTIONSTRING"].ShouldBe("jdbc:postgresql://localhost:5433/notes");
    }

    [Fact]
    public async Task Backing_services_Have_the_official_connection_strings()
    {
        var password = app.AddParameter("password", "p/w", secret: true);
        var redis = app.AddRedis("cache", password: password);
        var rabbit = app.AddRabbitMQ("bus", password: password);
        var kafka = app.AddKafka("kafka");
        var elastic = app.AddElasticsearch("search", password);
        redis.Resource.Allocate("tcp", 1);
        rabbit.Resource.Allocate("tcp", 2);
        kafka.Resource.Allocate("tcp", 3);
        elastic.Resource.Allocate("http", 4);
        var environment = await app.AddExecutable("api", "api", ".").WithReference(redis).WithReference(rabbit).WithReference(kafka).WithReference(elastic).EnvironmentAsync();

        environment["ConnectionStrings__cache"].ShouldBe("localhost:1,password=p/w");
        environment["CACHE_URI"].ShouldBe("redis://:p%2Fw@localhost:1");
        environment["ConnectionStrings__bus"].ShouldBe("amqp://guest:p%2Fw@localhost:2");
        environment["ConnectionStrings__kafka"].ShouldBe("localhost:3");
        environment["ConnectionStrings__search"].ShouldBe("http://elastic:p%2Fw@localhost:4");
    }

    [Fact]
    public async Task Configured_connection_string_Is_injected_under_its_name()
    {
        var ledger = app.AddConnectionString("ledger");
        var environment = await app.AddExecutable("api", "api", ".").WithReference(ledger).WithReference(ledger, "other").EnvironmentAsync();

        environment["ConnectionStrings__ledger"].ShouldBe("Host=db");
        environment["ConnectionStrings__other"].ShouldBe("Host=db");
    }

    [Fact]
    public async Task Composed_connection_string_Is_injected()
    {
        var key = app.AddParameter("key", "k");
        var objects = app.AddConnectionString("objects", ReferenceExpression.Create($"Endpoint=http://s3;AccessKey={key}"));

        (await app.AddExecutable("api", "api", ".").WithReference(objects).EnvironmentAsync())["ConnectionStrings__objects"].ShouldBe("Endpoint=http://s3;AccessKey=k");
    }

    [Fact]
    public async Task Missing_connection_string_Fails_unless_it_is_optional()
    {
        var missing = app.AddConnectionString("missing");

        (await app.AddExecutable("one", "one", ".").WithReference(missing, optional: true).EnvironmentAsync()).ShouldBeEmpty();
        await Should.ThrowAsync<MissingParameterValueException>(app.AddExecutable("two", "two", ".").WithReference(missing).EnvironmentAsync());
    }

    [Fact]
    public async Task External_service_and_uri_Are_injected_as_services()
    {
        var pay = app.AddExternalService("pay", "https://pay.example/");
        var rates = app.AddExternalService("rates", app.AddParameter("rates-url", "http://rates.example/"));
        var environment = await app.AddExecutable("api", "api", ".").WithReference(pay).WithReference(rates).WithReference("mail", new Uri("smtp://mail:25/")).EnvironmentAsync();

        environment["services__pay__https__0"].ShouldBe("https://pay.example/");
        environment["PAY"].ShouldBe("https://pay.example/");
        environment["services__rates__http__0"].ShouldBe("http://rates.example/");
        environment["services__mail__default__0"].ShouldBe("smtp://mail:25/");
    }

    [Fact]
    public void External_service_with_query_Is_refused() =>
        Should.Throw<ArgumentException>(() => app.AddExternalService("pay", "https://pay.example/?a=b")).Message.ShouldContain("cannot contain a query string");

    [Fact]
    public async Task Variables_Take_every_kind_of_value()
    {
        var api = app.AddExecutable("api", "api", ".").WithHttpEndpoint(env: "PORT");
        api.Resource.Allocate("http", 80, "{{port}}");
        var environment = await api
            .WithEnvironment("TEXT", "text")
            .WithEnvironment("NULL", (string?)null)
            .WithEnvironment("LATE", () => "late")
            .WithEnvironment("URL", api.GetEndpoint("http"))
            .WithEnvironment("MIX", $"<{api.GetEndpoint("http").Property(EndpointProperty.Port)}>")
            .WithEnvironment("PARAMETER", app.AddParameter("p", "v"))
            .WithEnvironment(context => context.EnvironmentVariables["NUMBER"] = 1.5)
            .EnvironmentAsync();

        environment.ShouldBe(
            new Dictionary<string, string>
            {
                ["PORT"] = "{{port}}", ["TEXT"] = "text", ["NULL"] = "", ["LATE"] = "late", ["URL"] = "http://localhost:80", ["MIX"] = "<80>", ["PARAMETER"] = "v", ["NUMBER"] = "1.5",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Arguments_Take_text_and_values_in_order()
    {
        var arguments = await app.AddExecutable("api", "api", ".", "serve")
            .WithArgs("--name", app.AddParameter("name", "n").Resource)
            .WithArgs(context => context.Args.Add("--last"))
            .ArgumentsAsync();

        arguments.ShouldBe(["serve", "--name", "n", "--last"]);
    }
}
