using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql.EntityFrameworkCore.PostgreSQL;
using Shouldly;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Npgsql;

public sealed class NpgsqlDbContextTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=x;Timeout=1";

    [Fact]
    public async Task Context_OnARealServer_AnswersAndIsHealthy()
    {
        var builder = Hosts.Builder(("ConnectionStrings:notes", await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()));
        builder.AddNpgsqlDbContext<Notes>("notes");
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();

        (await scope.ServiceProvider.GetRequiredService<Notes>().Database.SqlQuery<int>($"SELECT 41 + 1 AS \"Value\"").SingleAsync()).ShouldBe(42);
        (await host.CheckHealthAsync()).Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            check => check.Key.ShouldBe("Notes"), check => check.Value.Status.ShouldBe(HealthStatus.Healthy));
    }

    [Fact]
    public async Task Health_ServerIsAway_IsUnhealthy()
    {
        var builder = Hosts.Builder(("ConnectionStrings:notes", Nowhere));
        builder.AddNpgsqlDbContext<Notes>("notes", settings => settings.DisableRetry = true);
        using var host = builder.Build();

        (await host.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public void Context_Default_IsPooledAndRetries()
    {
        var builder = Hosts.Builder(("ConnectionStrings:notes", Nowhere));
        builder.AddNpgsqlDbContext<Notes>("notes");
        using var host = builder.Build();

        Context(host, db => db.Database.CreateExecutionStrategy().ShouldBeOfType<NpgsqlRetryingExecutionStrategy>());
        var first = Context(host, db => db);
        Context(host, db => db).ShouldBeSameAs(first);
    }

    [Fact]
    public void Settings_FromEverySection_TheNearerOneWins()
    {
        const string section = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";
        var builder = Hosts.Builder(
            ($"{section}:ConnectionString", Nowhere), ($"{section}:DisableRetry", "true"), ($"{section}:CommandTimeout", "10"),
            ($"{section}:notes-db:CommandTimeout", "20"), ($"{section}:Notes:CommandTimeout", "30"), ($"{section}:DisableHealthChecks", "true"));
        builder.AddNpgsqlDbContext<Notes>("notes-db", settings => settings.CommandTimeout++);
        using var host = builder.Build();

        Context(host, db => db.Database.GetCommandTimeout()).ShouldBe(31);
        Context(host, db => db.Database.CreateExecutionStrategy().RetriesOnFailure).ShouldBeFalse();
        host.Services.GetService<HealthCheckService>().ShouldBeNull();
    }

    [Fact]
    public void Context_NoConnectionString_FailsOnFirstUseOnly()
    {
        var builder = Hosts.Builder();
        builder.AddNpgsqlDbContext<Notes>("notes");
        using var host = builder.Build();

        Should.Throw<InvalidOperationException>(() => Context(host, db => db)).Message.ShouldContain("ConnectionStrings:notes");
    }

    [Fact]
    public void Add_Twice_IsRefusedInDevelopment()
    {
        var builder = Hosts.Builder(("ConnectionStrings:notes", Nowhere));
        builder.AddNpgsqlDbContext<Notes>("notes");

        Should.Throw<InvalidOperationException>(() => builder.AddNpgsqlDbContext<Notes>("notes")).Message.ShouldContain("already registered");
    }

    [Fact]
    public void Enrich_OwnRegistration_AddsRetriesAndTimeLimit()
    {
        var builder = Hosts.Builder();
        builder.Services.AddDbContext<Notes>(options => options.UseNpgsql(Nowhere));
        builder.EnrichNpgsqlDbContext<Notes>(settings => settings.CommandTimeout = 7);
        using var host = builder.Build();

        Context(host, db => db.Database.CreateExecutionStrategy().RetriesOnFailure).ShouldBeTrue();
        Context(host, db => db.Database.GetCommandTimeout()).ShouldBe(7);
        Should.Throw<InvalidOperationException>(() => Hosts.Builder().EnrichNpgsqlDbContext<Notes>()).Message.ShouldContain("not registered");
    }

    private static T Context<T>(IHost host, Func<Notes, T> ask)
    {
        using var scope = host.Services.CreateScope();
        return ask(scope.ServiceProvider.GetRequiredService<Notes>());
    }

    private sealed class Notes(DbContextOptions<Notes> options) : DbContext(options);
}
