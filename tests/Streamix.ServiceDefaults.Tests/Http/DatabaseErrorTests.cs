using Npgsql;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Engines;

namespace Streamix.ServiceDefaults.Tests.Http;

/// <summary>What a real PostgreSQL refuses, as the caller sees it.</summary>
public sealed class DatabaseErrorTests : IAsyncLifetime
{
    private const string Tables = """
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent, name varchar(5) NOT NULL CHECK (name <> ''), size smallint);
        INSERT INTO parent VALUES (1);
        INSERT INTO child VALUES (1, 1, 'first', 1);
        """;

    private NpgsqlDataSource _database = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await RunAsync(Tables);
        _service = await TestService.StartAsync(app => app.MapPost("/sql", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            await RunAsync(await reader.ReadToEndAsync());
        }).AllowAnonymous());
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("INSERT INTO child VALUES (1, 1, 'again', 1)", 409)]
    [InlineData("INSERT INTO child VALUES (2, 9, 'lost', 1)", 409)]
    [InlineData("DELETE FROM parent", 409)]
    [InlineData("INSERT INTO child VALUES (2, 1, '', 1)", 422)]
    [InlineData("INSERT INTO child VALUES (2, 1, NULL, 1)", 422)]
    [InlineData("INSERT INTO child VALUES (2, 1, 'too long', 1)", 422)]
    [InlineData("INSERT INTO child VALUES (2, 1, 'big', 100000)", 422)]
    [InlineData("SELECT E'\\xff'", 400)]
    [InlineData("SET statement_timeout = 10; SELECT pg_sleep(5)", 503)]
    [InlineData("SELECT pg_terminate_backend(pg_backend_pid())", 503)]
    [InlineData("SELECT nonsense", 500)]
    public async Task Refusal_OfEachKind_HasItsStatus(string sql, int status)
    {
        var response = await _service.Client().PostAsync("/sql", new StringContent(sql));
        var problem = await response.ShouldBeProblemAsync(status);
        problem.ToString().ShouldNotContain("child");
        if (status == 503)
            response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
