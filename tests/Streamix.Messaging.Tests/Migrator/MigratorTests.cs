using Npgsql;
using Shouldly;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Migrator;

public sealed class MigratorTests : IAsyncLifetime
{
    private readonly string _name = $"notes-{Guid.NewGuid():n}"[..20];
    private PostgresServer _server = null!;

    private string Role => _name.Replace('-', '_');

    public async Task InitializeAsync() => _server = await PostgresServer.SharedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task First_run_Creates_and_migrates_And_the_second_finds_nothing_to_do()
    {
        var first = await MigratorProcess.RunAsync(_server.AdminConnectionString, Address("secret"));
        first.Output.ShouldMatch(@"sample-notes-db: \d+ migrations? applied in \d+\.\d s");
        first.ExitCode.ShouldBe(0);
        var second = await MigratorProcess.RunAsync(_server.AdminConnectionString, Address("secret"));
        second.Output.ShouldContain("sample-notes-db: up to date");
        second.Output.ShouldContain("1 of 1 databases up to date");
        second.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Own_role_May_read_and_write_rows_and_nothing_else()
    {
        await MigratorProcess.RunAsync(_server.AdminConnectionString, Address("it's \"odd\""));
        await using var own = NpgsqlDataSource.Create(Address("it's \"odd\""));
        (await ScalarAsync(own, "INSERT INTO inbox (event_id, handler, handled_at) VALUES (gen_random_uuid(), 'h', now()) RETURNING 1")).ShouldBe(1);
        (await ScalarAsync(own, "SELECT similarity('one', 'one')::int")).ShouldBe(1);
        (await StateAsync(own, "CREATE TABLE mine (id int)")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await StateAsync(own, "DROP TABLE inbox")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await StateAsync(own, "CREATE ROLE other")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Another_services_role_Cannot_connect()
    {
        await MigratorProcess.RunAsync(_server.AdminConnectionString, Address("secret"));
        var stranger = $"stranger_{Guid.NewGuid():n}";
        await using var admin = NpgsqlDataSource.Create(_server.AdminConnectionString);
        await using (var create = admin.CreateCommand($"CREATE ROLE {stranger} LOGIN PASSWORD 'x'"))
            await create.ExecuteNonQueryAsync();
        await using var other = NpgsqlDataSource.Create(Address("x", stranger));
        (await StateAsync(other, "SELECT 1")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Migrators_at_once_Take_turns()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MigratorProcess.RunAsync(_server.AdminConnectionString, Address("secret"))));
        runs.ShouldAllBe(r => r.ExitCode == 0);
        runs.Count(r => r.Output.Contains("applied in", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Server_that_does_not_answer_or_refuses_Ends_with_1()
    {
        var absent = await MigratorProcess.RunAsync($"Host=127.0.0.1;Port={FreePorts.Take()};Username=a;Password=b", Address("secret"), deadlineSeconds: 1);
        (absent.ExitCode, absent.Output.Contains("did not answer within 1 s", StringComparison.Ordinal)).ShouldBe((1, true));
        var refused = await MigratorProcess.RunAsync(_server.AdminConnectionString.Replace("Password=test", "Password=wrong"), Address("secret"));
        (refused.ExitCode, refused.Output.Contains("stopped:", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    private string Address(string password, string? role = null) =>
        new NpgsqlConnectionStringBuilder(_server.AdminConnectionString) { Database = _name, Username = role ?? Role, Password = password, Pooling = false }.ConnectionString;

    private static async Task<int> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> StateAsync(NpgsqlDataSource source, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => ScalarAsync(source, sql))).SqlState;
}
